import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { nameTokens, normalise } from '../../../kernel/name.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { idOf, page } from '../../../platform/operation/schema.ts'
import { findOwnPractitioner } from '../../../platform/session/index.ts'
import { refuse } from '../refusals.ts'
import { listOfDay, type QueueRow } from '../store/queue.ts'
import { dayTopic, queueTopic } from '../topics.ts'
import { clocksOf, queueRowView, viewOf } from './queue-row.ts'
import { findSiteAtWork, spanOfDay } from './site-at-work.ts'

const limit = 100

/** Today's visits by time: of a site, for its desk; without one, of the practitioner who is signed in, over all sites. */
export const listDay = defineQuery({
  name: 'booking.list-day',
  zh: '今日就诊',
  en: 'Visits of today',
  permission: 'booking.queue.read',
  network: 'an expert sees her own day over all sites; the desk of a site serves visits of all institutions there',
  input: T.Object({
    siteId: T.Optional(idOf('site')),
    /** Characters, pinyin or initials of a name on the own card. */
    text: T.Optional(T.String({ maxLength: 50 })),
    /** Only who has not come yet. */
    booked: T.Optional(T.Boolean()),
    after: T.Optional(idOf('visit')),
  }),
  output: T.Object({ ...page(queueRowView).properties, live: liveView }),
  refusals: ['booking.site-unknown', 'booking.no-practitioner'],
  async run(work, { siteId, text, booked = false, after }) {
    const found = siteId ? await findAtSite(work, siteId) : await findOwnDay(work)
    if (!found.ok) return found
    const { live, rows } = found.value
    const wanted = rows.filter((row) => (!booked || row.status === 'booked') && isCalled(row, normalise(text ?? '')))
    const start = after ? wanted.findIndex(({ visitId }) => visitId === after) + 1 : 0
    const items = wanted.slice(start, start + limit)
    const clocks = await clocksOf(work, items)
    const more = wanted.length > start + limit
    return ok({
      items: items.map((row) => viewOf(row, rows, clocks.get(row.visitId), work.now)),
      next: more ? (items.at(-1)?.visitId ?? null) : null,
      live,
    })
  },
})

const isCalled = ({ cardName }: QueueRow, typed: string): boolean =>
  typed === '' || (cardName !== null && nameTokens(cardName).some((token) => token.startsWith(typed)))

async function findAtSite(work: Work, siteId: Id<'site'>) {
  const live = await includes(work, queueTopic, siteId)
  const found = await findSiteAtWork(work, siteId)
  if (!found.ok) return found
  return ok({ live, rows: (await listOfDay(work, { siteId }, found.value.span)).filter(found.value.serves) })
}

async function findOwnDay(work: Work) {
  const expertId = await findOwnPractitioner(work)
  if (!expertId) return refuse('booking.no-practitioner')
  const live = await includes(work, dayTopic, expertId)
  const own = expertId as string as Id<'resource'>
  return ok({ live, rows: await listOfDay(work, { expertId: own }, spanOfDay(defaultZone, dateIn(defaultZone, work.now))) })
}
