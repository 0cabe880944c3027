import type { Id } from '../../kernel/id.ts'
import { tell } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'

/** What the claims desk of an institution follows. */
export const deskTopic = 'coverage.desk'

export async function tellDesks(work: Work, institutionIds: readonly Id<'institution'>[]): Promise<void> {
  for (const institutionId of institutionIds) await tell(work, deskTopic, institutionId)
}
