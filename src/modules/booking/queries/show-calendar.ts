import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, instantAt, plusDays } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, localTime, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { resourceRoles } from '../../network/index.ts'
import { freeSpans } from '../domain/resource.ts'
import { refuse } from '../refusals.ts'
import { findDays, findResourcesById } from '../store/calendar.ts'
import { listLeave, listRota } from '../store/rota.ts'

const spanAt = T.Object({ siteId: idOf('site'), from: instant, until: instant })

/** The published time of a resource: its rota, its leave, and on each day where it is open, taken (not by whom) and free. */
export const showCalendar = defineQuery({
  name: 'booking.show-calendar',
  zh: '资源的排班',
  en: 'Calendar of a resource',
  permission: 'booking.offering.find',
  input: T.Object({
    resourceId: idOf('resource'),
    from: T.Optional(plainDate),
    days: T.Optional(T.Integer({ minimum: 1, maximum: 31 })),
  }),
  output: T.Object({
    id: idOf('resource'),
    role: words(resourceRoles, 'resourceRole'),
    name: bilingual,
    ownerId: idOf('institution'),
    /** Lines in force from that day on, and planned later. */
    rota: T.Array(
      T.Object({
        siteId: idOf('site'),
        weekday: T.Integer(),
        opens: localTime,
        closes: localTime,
        validFrom: plainDate,
        validUntil: nullable(plainDate),
      }),
    ),
    leave: T.Array(T.Object({ id: idOf('leave'), from: instant, until: instant, reason: bilingual })),
    days: T.Array(T.Object({ date: plainDate, open: T.Array(spanAt), taken: T.Array(spanAt), free: T.Array(spanAt) })),
  }),
  refusals: ['booking.calendar-unknown'],
  async run(work, { resourceId, from: asked, days: count = 14 }) {
    const [resource] = await findResourcesById(work, [resourceId])
    if (!resource) return refuse('booking.calendar-unknown', { resourceId })
    const from = asked ?? dateIn(defaultZone, work.now)
    const leave = await listLeave(work, resourceId, instantAt(defaultZone, from, '00:00'))
    const days = [...(await findDays(work, [resourceId], from, plusDays(from, count - 1)))].map(([date, daysOf]) => {
      const day = daysOf.get(resourceId) ?? { openings: [], busy: [], leave: [] }
      const plain = (spans: typeof day.openings) => spans.map(({ siteId, from, until }) => ({ siteId, from, until }))
      return { date, open: plain(day.openings), taken: plain(day.busy), free: freeSpans(day) }
    })
    return ok({
      id: resourceId,
      role: resource.role,
      name: resource.name,
      ownerId: resource.ownerId,
      rota: await listRota(work, resourceId, from),
      leave: leave.map(({ id, from, until, reasonZh, reasonEn }) => ({ id, from, until, reason: { zh: reasonZh, en: reasonEn } })),
      days,
    })
  },
})
