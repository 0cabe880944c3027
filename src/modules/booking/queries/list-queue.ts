import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { weekdayOf } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { titles } from '../../network/index.ts'
import { inOrder } from '../domain/queue-order.ts'
import { queueRulesOn } from '../domain/queue-rules.ts'
import { listHere, listLaneExperts, listRooms, type QueueRow } from '../store/queue.ts'
import { queueTopic } from '../topics.ts'
import { clocksOf, queueRowView, viewOf } from './queue-row.ts'
import { findSiteAtWork } from './site-at-work.ts'

const lane = T.Object({
  expert: T.Object({ id: idOf('resource'), name: bilingual, title: nullable(words(titles, 'title')), kind: T.String() }),
  /** Who is still to come today. */
  booked: T.Integer(),
  /** Who is in, who is called, who waits in the order in which they are called, and who missed the call. */
  rows: T.Array(queueRowView),
})

/** Who is here at a site, by expert, in the order in which they go. */
export const listQueue = defineQuery({
  name: 'booking.list-queue',
  zh: '候诊队列',
  en: 'Who is here',
  permission: 'booking.queue.read',
  network: 'the desk of a site serves visits of all institutions there; a name it has no reason to know is masked',
  input: T.Object({ siteId: idOf('site') }),
  output: T.Object({
    site: T.Object({ id: idOf('site'), name: bilingual, zone: T.String() }),
    counts: T.Object({ withDoctor: T.Integer(), waiting: T.Integer(), longestSince: nullable(instant) }),
    /** How many go before who missed her call and comes back. */
    returnPlaces: T.Integer(),
    lanes: T.Array(lane),
    rooms: T.Array(T.Object({ id: idOf('resource'), kind: T.String(), name: bilingual })),
    live: liveView,
  }),
  refusals: ['booking.site-unknown'],
  async run(work, { siteId }) {
    const live = await includes(work, queueTopic, siteId)
    const found = await findSiteAtWork(work, siteId)
    if (!found.ok) return found
    const { site, day, span, serves } = found.value
    const all = await listHere(work, siteId, day)
    const experts = await listLaneExperts(work, siteId, { day, weekday: weekdayOf(day), ...span })
    const rows = all.filter(serves)
    const clocks = await clocksOf(work, rows)
    const waiting = rows.filter(({ status, waitingSince }) => status === 'arrived' && waitingSince !== null && waitingSince <= work.now)
    const [longestSince = null] = waiting.map(({ waitingSince }) => waitingSince).toSorted()
    return ok({
      site,
      counts: { withDoctor: rows.filter(({ status }) => status === 'in-progress').length, waiting: waiting.length, longestSince },
      returnPlaces: queueRulesOn(day).returnPlaces,
      lanes: experts.map(({ booked, ...expert }) => ({
        expert,
        booked,
        rows: inLane(
          rows.filter(({ expertId }) => expertId === expert.id),
          work.now,
        ).map((row) => viewOf(row, all, clocks.get(row.visitId), work.now)),
      })),
      rooms: await listRooms(work, siteId),
      live,
    })
  },
})

const groups = ['in-progress', 'called', 'arrived', 'missed']

/** In progress, called, waiting in their order, missed. */
export function inLane(rows: readonly QueueRow[], now: Parameters<typeof inOrder>[1]): QueueRow[] {
  const ordered = inOrder(
    rows.flatMap((row) => (row.waitingSince && row.queueAt ? [{ ...row, waitingSince: row.waitingSince, queueAt: row.queueAt }] : [])),
    now,
  )
  return groups.flatMap((group) => ordered.filter(({ status }) => status === group))
}
