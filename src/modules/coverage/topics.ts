import type { Id } from '../../kernel/id.ts'
import { tell, tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'

/** What screens of coverage follow: the claims desk of an institution, the cover of a person. */
export const deskTopic = 'coverage.desk'
export const coverTopic = 'coverage.cover'

export const tellDesks = (work: Work, institutionIds: readonly Id<'institution'>[]): Promise<void> =>
  tellAll(
    work,
    institutionIds.map((id) => ({ topic: deskTopic, id })),
  )

export const tellCover = (work: Work, personId: Id<'person'>): Promise<void> => tell(work, coverTopic, personId)
