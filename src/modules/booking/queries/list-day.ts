import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { nameTokens, normalise } from '../../../kernel/name.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, spanOfDays } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { idOf, page } from '../../../platform/operation/schema.ts'
import { findOwnPractitioner } from '../../../platform/session/index.ts'
import { refuse } from '../refusals.ts'
import { listOfDay, type QueueRow } from '../store/queue.ts'
import { dayTopic, queueTopic } from '../topics.ts'
import { clocksOf, queueRowView, viewOf } from './queue-row.ts'
import { findSiteAtWork } from './site-at-work.ts'

const limit = 100

const output = T.Object({ ...page(queueRowView).properties, live: liveView })
const after = T.Optional(idOf('visit'))

/** Today's visits of the practitioner who is signed in, over all sites, by time. */
export const listDay = defineQuery({
  name: 'booking.list-day',
  zh: '我的今日就诊',
  en: 'My visits of today',
  permission: 'booking.day.read',
  network: 'an expert sees her own day over all sites; a name her institution has no reason to know is masked',
  input: T.Object({ after }),
  output,
  refusals: ['booking.no-practitioner'],
  async run(work, { after: key }) {
    const expertId = await findOwnPractitioner(work)
    if (!expertId) return refuse('booking.no-practitioner')
    const live = await includes(work, dayTopic, expertId)
    const today = dateIn(defaultZone, work.now)
    const rows = await listOfDay(work, { expertId: expertId as string as Id<'resource'> }, spanOfDays(defaultZone, today, today))
    return ok({ ...(await pageOf(work, rows, rows, key)), live })
  },
})

/** Today's visits of a site by time, for its desk; found by characters, pinyin or initials of a name on the own card. */
export const listSiteDay = defineQuery({
  name: 'booking.list-site-day',
  zh: '院区今日就诊',
  en: 'Visits of today at a site',
  permission: 'booking.queue.read',
  network: 'the desk of a site serves visits of all institutions there; a name it has no reason to know is masked',
  input: T.Object({
    siteId: idOf('site'),
    text: T.Optional(T.String({ maxLength: 50 })),
    /** Only who has not come yet. */
    booked: T.Optional(T.Boolean()),
    after,
  }),
  output,
  refusals: ['booking.site-unknown'],
  async run(work, { siteId, text = '', booked = false, after: key }) {
    const live = await includes(work, queueTopic, siteId)
    const found = await findSiteAtWork(work, siteId)
    if (!found.ok) return found
    const rows = (await listOfDay(work, { siteId }, found.value.span)).filter(found.value.serves)
    const wanted = rows.filter((row) => (!booked || row.status === 'booked') && isNamed(row, normalise(text)))
    return ok({ ...(await pageOf(work, wanted, rows, key)), live })
  },
})

const isNamed = ({ cardName }: QueueRow, typed: string): boolean =>
  typed === '' || (cardName !== null && nameTokens(cardName).some((token) => token.startsWith(typed)))

/** The page after a visit; `all` are who is in the same lanes. */
async function pageOf(work: Work, wanted: readonly QueueRow[], all: readonly QueueRow[], key: Id<'visit'> | undefined) {
  const start = key ? wanted.findIndex(({ visitId }) => visitId === key) + 1 : 0
  const rows = wanted.slice(start, start + limit)
  const clocks = await clocksOf(work, rows)
  return {
    items: rows.map((row) => viewOf(row, all, clocks.get(row.visitId), work.now)),
    next: wanted.length > start + limit ? (rows.at(-1)?.visitId ?? null) : null,
  }
}
