import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { findTravelTimes, travelMinutes } from '../../network/index.ts'
import { findOwned, findPromisesLost, planRota } from '../commands/plan-rota.ts'
import { checkRota, findClashes, slotsPerWeek } from '../domain/rota.ts'

/** What a rota would give before it is planned: services a week, lines that clash over the way, promises that would be lost. */
export const tryRota = defineQuery({
  name: 'booking.try-rota',
  zh: '试排',
  en: 'Try a rota',
  permission: 'booking.calendar.open',
  network: 'promises of several institutions rest on a rota; it answers how many, not whose',
  input: T.Object({ ...planRota.input.properties, durationMinutes: T.Integer({ minimum: 5, maximum: 480 }) }),
  output: T.Object({
    slotsPerWeek: T.Integer(),
    clashes: T.Array(T.Object({ line: T.Integer(), other: T.Integer(), minutes: T.Integer() })),
    lostPromises: T.Integer(),
  }),
  refusals: ['booking.calendar-unknown', 'platform.not-permitted', 'booking.rota-line-backwards', 'booking.rota-lines-overlap'],
  async run(work, { resourceId, validFrom, lines, durationMinutes }) {
    const owned = await findOwned(work, resourceId)
    if (!owned.ok) return owned
    const checked = checkRota(lines)
    if (!checked.ok) return checked
    const travel = await findTravelTimes(work)
    return ok({
      slotsPerWeek: slotsPerWeek(lines, durationMinutes),
      clashes: findClashes(lines, (from, to) => travelMinutes(travel, from, to)),
      lostPromises: (await findPromisesLost(work, resourceId, validFrom, lines)).length,
    })
  },
})
