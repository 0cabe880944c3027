import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { amountFen, bilingual, idOf, localTime, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { mayActFor, resourceRoles, titles } from '../../network/index.ts'
import { refuse } from '../refusals.ts'
import { findResourcesById, insertCalendar, insertOffering, insertOpenings } from '../store/calendar.ts'

/** What the acting institution offers to the network: a duration, the resources it needs, and a price by title of the expert. */
export const defineOffering = defineCommand({
  name: 'booking.define-offering',
  zh: '定义服务项目',
  en: 'Define an offering',
  permission: 'booking.offering.define',
  input: T.Object({
    networkId: idOf('network'),
    ownerId: idOf('institution'),
    code: T.String({ minLength: 2, maxLength: 40 }),
    name: bilingual,
    durationMinutes: T.Integer({ minimum: 5, maximum: 480 }),
    needs: T.Array(T.Object({ role: words(resourceRoles, 'resourceRole'), kind: T.String({ minLength: 2 }) }), {
      minItems: 1,
      maxItems: 3,
    }),
    prices: T.Array(T.Object({ title: words(titles, 'title'), amountFen }), { minItems: 1 }),
  }),
  output: T.Object({ offeringId: idOf('offering') }),
  refusals: ['platform.not-permitted'],
  async run(work, { code, prices, ...offering }) {
    if (!mayActFor(work.actor, offering.ownerId)) return refusePlatform('platform.not-permitted', { permission: 'network.party.register' })
    const offeringId = work.newId<'offering'>()
    await insertOffering(work, { ...offering, id: offeringId, prices: new Map() }, code, prices, dateIn(defaultZone, work.now))
    return ok({ offeringId })
  },
})

/** Weekly hours of a resource at its sites; the first ones open its calendar. */
export const openCalendar = defineCommand({
  name: 'booking.open-calendar',
  zh: '开放排班',
  en: 'Open a calendar',
  permission: 'booking.calendar.open',
  input: T.Object({
    resourceId: idOf('resource'),
    openings: T.Array(
      T.Object({
        siteId: idOf('site'),
        weekday: T.Integer({ minimum: 1, maximum: 7 }),
        opens: localTime,
        closes: localTime,
        validFrom: plainDate,
        validUntil: nullable(plainDate),
      }),
      { minItems: 1, maxItems: 100 },
    ),
  }),
  output: T.Object({ resourceId: idOf('resource') }),
  refusals: ['booking.calendar-unknown', 'platform.not-permitted'],
  async run(work, { resourceId, openings }) {
    const [resource] = await findResourcesById(work, [resourceId], dateIn(defaultZone, work.now))
    if (!resource) return refuse('booking.calendar-unknown', { resourceId })
    if (!mayActFor(work.actor, resource.ownerId)) return refusePlatform('platform.not-permitted', { permission: 'network.party.register' })
    await insertCalendar(work, resourceId, resource.ownerId)
    await insertOpenings(work, resourceId, openings)
    return ok({ resourceId })
  },
})
