import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defaultZone, instantAt, localText, type PlainDate } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, localTime, plainDate } from '../../../platform/operation/schema.ts'
import { mayActFor } from '../../network/index.ts'
import type { Resource } from '../domain/resource.ts'
import { checkRota, findLost, type RotaLine } from '../domain/rota.ts'
import { refuse } from '../refusals.ts'
import { findResourcesById, findSites } from '../store/calendar.ts'
import { changeCalendar, findPromised, replaceRota } from '../store/rota.ts'

const rotaLines = T.Array(
  T.Object({ siteId: idOf('site'), weekday: T.Integer({ minimum: 1, maximum: 7 }), opens: localTime, closes: localTime }),
  { maxItems: 100 },
)

/** The week of a resource at its sites from a day on, until the next rota that is planned begins; no line: closed. */
export const planRota = defineCommand({
  name: 'booking.plan-rota',
  zh: '安排排班',
  en: 'Plan a rota',
  permission: 'booking.calendar.open',
  network: 'promises of several institutions rest on a rota; it answers how many, not whose',
  input: T.Object({ resourceId: idOf('resource'), validFrom: plainDate, lines: rotaLines }),
  output: T.Object({ resourceId: idOf('resource') }),
  refusals: [
    'booking.calendar-unknown',
    'platform.not-permitted',
    'booking.rota-line-backwards',
    'booking.rota-lines-overlap',
    'booking.rota-breaks-promises',
  ],
  async run(work, { resourceId, validFrom, lines }) {
    const owned = await findOwned(work, resourceId)
    if (!owned.ok) return owned
    const checked = checkRota(lines)
    if (!checked.ok) return checked
    await changeCalendar(work, resourceId, owned.value.ownerId)
    const [first, ...others] = await findPromisesLost(work, resourceId, validFrom, lines)
    if (first) return refuse('booking.rota-breaks-promises', { count: others.length + 1, first: localText(defaultZone, first.from) })
    await replaceRota(work, resourceId, validFrom, lines)
    return ok({ resourceId })
  },
})

/** A resource that the actor may plan for. */
export async function findOwned(work: Work, resourceId: Id<'resource'>) {
  const [resource] = await findResourcesById(work, [resourceId])
  if (!resource) return refuse('booking.calendar-unknown', { resourceId })
  const permitted = mayActFor(work.actor, resource.ownerId)
  if (!permitted.ok) return permitted
  return ok<Resource>(resource)
}

/** Promises that a rota from a day on would not keep, earliest first. */
export async function findPromisesLost(work: Work, resourceId: Id<'resource'>, validFrom: PlainDate, lines: readonly RotaLine[]) {
  const sites = await findSites(work)
  const zoneOf = (siteId: Id<'site'>) => sites.find(({ id }) => id === siteId)?.zone ?? defaultZone
  const promised = await findPromised(work, resourceId, { from: instantAt(defaultZone, validFrom, '00:00'), until: null })
  return findLost(lines, promised, validFrom, zoneOf)
}
