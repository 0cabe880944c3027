import type { Id } from '../../kernel/id.ts'
import { tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import { findParties } from './store/attendance.ts'

/** Who is here at a site. */
export const queueTopic = 'booking.queue'
/** The day of an expert over all sites: her own list, and whoever waits in her lane. */
export const dayTopic = 'booking.day'
/** Visits of an institution, or of a person. */
export const visitsTopic = 'booking.visits'

/** Tells everybody whose list this visit stands in that it has changed. */
export async function tellVisit(work: Work, visitId: Id<'visit'>): Promise<void> {
  const { siteId, expertIds, institutionIds, personId } = await findParties(work, visitId)
  await tellAll(work, [
    { topic: queueTopic, id: siteId },
    ...expertIds.map((id) => ({ topic: dayTopic, id })),
    ...[personId, ...institutionIds].map((id) => ({ topic: visitsTopic, id })),
  ])
}
