import { Type as T } from 'typebox'
import type { PlainDate } from '../../../kernel/time.ts'
import { bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { daysBetween, periodStates, stateOf } from '../domain/expiry.ts'
import { titles } from '../domain/party.ts'
import type { Period } from '../domain/practice.ts'

/** Where a licence or filing stands today. */
const standing = {
  scope: T.Array(T.String()),
  validFrom: plainDate,
  validUntil: nullable(plainDate),
  state: words(periodStates, 'periodState'),
  /** Until the last day, included; null: without one. */
  daysLeft: nullable(T.Integer()),
  /** It has a last day and nothing follows it yet. */
  renewable: T.Boolean(),
}
export const licenceView = T.Object({ id: idOf('licence'), number: T.String(), ...standing })
export const named = <const Thing extends string>(thing: Thing) => T.Object({ id: idOf(thing), name: bilingual })
export const expertView = T.Object({
  id: idOf('practitioner'),
  name: bilingual,
  title: words(titles, 'title'),
  kind: T.String(),
  main: named('institution'),
})
export const filingAtView = T.Object({ id: idOf('filing'), practitioner: expertView, ...standing })
export const filingOfView = T.Object({ id: idOf('filing'), institution: named('institution'), ...standing })
export const membershipView = T.Object({
  network: T.Object({ id: idOf('network'), code: T.String(), name: bilingual }),
  operates: T.Boolean(),
  validFrom: plainDate,
  validUntil: nullable(plainDate),
})

export const standingOn = (period: Period & { readonly followed: boolean }, date: PlainDate) => ({
  state: stateOf(period, date),
  daysLeft: period.validUntil === null ? null : daysBetween(date, period.validUntil),
  renewable: period.validUntil !== null && !period.followed,
})
