import type { Id } from '../../kernel/id.ts'
import { tell, tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'

/** What screens of the loop follow: the norms and inspections, and the rectifications, that an institution may see; one rectification. */
export const loopTopic = 'quality.loop'
export const rectificationTopic = 'quality.rectification'

export const tellViewers = (work: Work, viewerIds: readonly Id<'institution'>[]): Promise<void> =>
  tellAll(
    work,
    viewerIds.map((id) => ({ topic: loopTopic, id })),
  )

export async function tellRectification(
  work: Work,
  { id, viewerIds }: { readonly id: Id<'rectification'>; readonly viewerIds: readonly Id<'institution'>[] },
): Promise<void> {
  await tell(work, rectificationTopic, id)
  await tellViewers(work, viewerIds)
}
