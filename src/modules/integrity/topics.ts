import { tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'

/** What reviews found, of an institution that has a part in the claim. */
export const findingsTopic = 'integrity.findings'

export const tellFindings = (work: Work, institutionIds: readonly string[]): Promise<void> =>
  tellAll(
    work,
    institutionIds.map((id) => ({ topic: findingsTopic, id })),
  )
