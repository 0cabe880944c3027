import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type PlainDate, plusDays } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import type { Name } from './service.ts'
import { serviceRoles, type Terms } from './terms.ts'

export const shownStates = ['draft', 'proposed', 'signed', 'in-force', 'superseded', 'expired', 'ended', 'withdrawn'] as const
export type ShownState = (typeof shownStates)[number]

export type Agreement = {
  readonly id: Id<'agreement'>
  readonly networkId: Id<'network'>
  readonly code: string
  readonly title: Name
  readonly institutionIds: readonly Id<'institution'>[]
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
}

/** The days of a version, both included; no last day: until another version or the end. */
export type Days = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }
export type Version = Days & {
  readonly id: Id<'version'>
  readonly number: number
  readonly state: 'draft' | 'proposed' | 'signed' | 'withdrawn'
  readonly termsHash: string | null
  readonly withdrawReason: string | null
}
export type PartyChoice = { readonly role: string; readonly partyId: Id<'institution'> }

/** Who may act on an agreement: its parties, and the system. */
export const mayTouch = (actor: Actor, { institutionIds }: Pick<Agreement, 'institutionIds'>): boolean =>
  actor.kind === 'system' || (actor.institutionId !== null && institutionIds.includes(actor.institutionId))

const covers = ({ validFrom, validUntil }: Days, day: PlainDate): boolean => validFrom <= day && (validUntil === null || day <= validUntil)

/** What a version is on a day, for people who read it. */
export function shownState(version: Version, { endedOn }: Pick<Agreement, 'endedOn'>, all: readonly Version[], day: PlainDate): ShownState {
  if (version.state !== 'signed') return version.state
  if (covers(version, day)) return 'in-force'
  if (day < version.validFrom) return 'signed'
  const after = version.validUntil && plusDays(version.validUntil, 1)
  if (all.some(({ state, number, validFrom }) => state === 'signed' && number > version.number && validFrom === after)) return 'superseded'
  return version.validUntil === endedOn ? 'ended' : 'expired'
}

const leadingOrder: readonly ShownState[] = ['in-force', 'proposed', 'signed', 'draft', 'ended', 'expired', 'superseded', 'withdrawn']

/** The version by which an agreement is listed: the one in force, else what is to be done next, else the newest. */
export function leadingVersion<One extends Version>(agreement: Pick<Agreement, 'endedOn'>, versions: readonly One[], day: PlainDate) {
  const shown = versions.map((version) => ({ version, state: shownState(version, agreement, versions, day) }))
  const rank = (state: ShownState): number => leadingOrder.indexOf(state)
  return shown.toSorted((a, b) => rank(a.state) - rank(b.state) || b.version.number - a.version.number)[0]
}

/** At least two institutions, each in one role of its own that is no role of a service. */
export function checkParties(parties: readonly PartyChoice[]) {
  for (const [index, { role, partyId }] of parties.entries()) {
    const place = `parties[${index}]`
    if (['base', 'bill', ...serviceRoles].includes(role)) return refuse('agreements.role-reserved', { place, role })
    if (parties.findIndex((other) => other.role === role || other.partyId === partyId) < index)
      return refuse('agreements.party-twice', { place })
  }
  return ok(null)
}

export const checkDays = ({ validFrom, validUntil }: Days): Result<null, 'agreements.days-reversed'> =>
  validUntil !== null && validUntil < validFrom ? refuse('agreements.days-reversed', { validFrom, validUntil }) : ok(null)

/** Earlier signed versions that a new one shortens to the day before its own; one that begins on or after it is in the way. */
export function supersede(version: Version, all: readonly Version[]): Result<readonly Version[], 'agreements.version-in-the-way'> {
  const overlapping = all.filter(
    (other) =>
      other.state === 'signed' &&
      other.id !== version.id &&
      (other.validUntil === null || other.validUntil >= version.validFrom) &&
      (version.validUntil === null || version.validUntil >= other.validFrom),
  )
  const inTheWay = overlapping.find(({ validFrom }) => validFrom >= version.validFrom)
  if (inTheWay) return refuse('agreements.version-in-the-way', { number: inTheWay.number, validFrom: inTheWay.validFrom })
  return ok(overlapping.map((other) => ({ ...other, validUntil: plusDays(version.validFrom, -1) })))
}

/** What remains of a version when its agreement ends; the same version: it is not touched. */
export function endVersion(version: Version, lastDay: PlainDate, reason: string): Version {
  if (version.state === 'withdrawn') return version
  if (version.state !== 'signed' || version.validFrom > lastDay) return { ...version, state: 'withdrawn', withdrawReason: reason }
  return version.validUntil === null || version.validUntil > lastDay ? { ...version, validUntil: lastDay } : version
}

/** What a signature signs: the terms, whom they bind, and their first day. */
export function hashOfTerms(terms: Terms, parties: readonly PartyChoice[], validFrom: PlainDate): string {
  const bound = parties.map(({ role, partyId }) => ({ role, partyId }))
  return createHash('sha256')
    .update(canonical({ terms, parties: bound, validFrom }))
    .digest('hex')
}

/** JSON whose keys are sorted: the same value is the same text, whatever the database has done to its order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
