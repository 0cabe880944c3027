import { type Name, ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import { kindWords } from './place-kind.ts'

/** Days from and until, both included; without an end it holds on. */
export type Period = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** What a party may do: specialties in its scope, on its days. Several follow each other, none overlap. */
export type Licence = Period & { readonly id: string; readonly number: string; readonly scope: readonly string[] }

/** Where a practitioner may work beside her main institution. */
export type Filing = Period & { readonly id: string; readonly institutionId: string; readonly scope: readonly string[] }

export type PracticeFacts = {
  /** By party. */
  readonly licences: ReadonlyMap<string, readonly Licence[]>
  /** By practitioner. */
  readonly filings: ReadonlyMap<string, readonly Filing[]>
  readonly mainInstitutions: ReadonlyMap<string, string>
  /** Names of the parties for refusals. */
  readonly names: ReadonlyMap<string, Name>
}

/** Why she may not. */
export const practiceRefusals = [
  'network.licence-missing',
  'network.licence-expired',
  'network.licence-scope',
  'network.filing-missing',
  'network.filing-expired',
  'network.filing-scope',
] as const
export type PracticeRefusal = (typeof practiceRefusals)[number]

export type PracticeQuestion = {
  readonly practitionerId: string
  readonly institutionId: string
  readonly specialty: string
  readonly date: PlainDate
}

export const isInForce = ({ validFrom, validUntil }: Period, date: PlainDate): boolean =>
  validFrom <= date && (validUntil === null || date <= validUntil)

/** Ids of the parties that are members on the day. */
export const membersOn = (memberships: readonly (Period & { readonly partyId: string })[], date: PlainDate): ReadonlySet<string> =>
  new Set(memberships.filter((membership) => isInForce(membership, date)).map(({ partyId }) => partyId))

/** The last of the periods that have ended before the day. */
function lastEnded<Kind extends Period>(periods: readonly Kind[], date: PlainDate): (Kind & { validUntil: PlainDate }) | null {
  const ended = periods.flatMap((period) => (period.validUntil !== null && period.validUntil < date ? [period] : []))
  const last = ended.toSorted((a, b) => ((a.validUntil ?? '') < (b.validUntil ?? '') ? 1 : -1))[0]
  return last ? (last as Kind & { validUntil: PlainDate }) : null
}

/**
 * May she, this, here, on that day: her licence, the institution's licence, then her main institution or a filing. The first that is
 * missing refuses, and says who can mend it. Days are included; the main institution needs no filing (Measures for the
 * administration of physicians' practice registration, 医师执业注册管理办法, articles 7 to 10).
 */
export function mayPractise(facts: PracticeFacts, question: PracticeQuestion): Result<null, PracticeRefusal> {
  const { practitionerId, institutionId } = question
  const main = facts.mainInstitutions.get(practitionerId)
  const own = asksLicence(facts, practitionerId, main ?? practitionerId, question)
  if (!own.ok) return own
  const house = asksLicence(facts, institutionId, institutionId, question)
  if (!house.ok) return house
  return main === institutionId ? ok(null) : asksFiling(facts, question)
}

/** The name of a party for refusals. */
export const nameIn = (names: PracticeFacts['names'], id: string): Name => names.get(id) ?? { zh: id, en: id }

function asksLicence({ licences, names }: PracticeFacts, partyId: string, renewerId: string, { date, specialty }: PracticeQuestion) {
  const held = licences.get(partyId) ?? []
  const party = nameIn(names, partyId)
  const renewer = nameIn(names, renewerId)
  const licence = held.find((one) => isInForce(one, date))
  if (licence)
    return licence.scope.includes(specialty)
      ? ok(null)
      : refuse('network.licence-scope', { party, number: licence.number, specialty: kindWords(specialty), renewer })
  const ended = lastEnded(held, date)
  if (ended) return refuse('network.licence-expired', { party, number: ended.number, expiredOn: ended.validUntil, renewer })
  return refuse('network.licence-missing', { party, date, renewer })
}

function asksFiling({ filings, names }: PracticeFacts, { practitionerId, institutionId, date, specialty }: PracticeQuestion) {
  const filed = (filings.get(practitionerId) ?? []).filter((one) => one.institutionId === institutionId)
  const practitioner = nameIn(names, practitionerId)
  const institution = nameIn(names, institutionId)
  const renewer = institution
  const filing = filed.find((one) => isInForce(one, date))
  if (filing)
    return filing.scope.includes(specialty)
      ? ok(null)
      : refuse('network.filing-scope', { practitioner, institution, specialty: kindWords(specialty), renewer })
  const ended = lastEnded(filed, date)
  if (ended) return refuse('network.filing-expired', { practitioner, institution, expiredOn: ended.validUntil, renewer })
  return refuse('network.filing-missing', { practitioner, institution, date, renewer })
}
