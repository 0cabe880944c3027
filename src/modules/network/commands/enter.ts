import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { findEarlier } from '../store/ends.ts'
import {
  insertFilings,
  insertInstitutions,
  insertLicences,
  insertMemberships,
  insertPractitioners,
  type NewFiling,
  type NewInstitution,
  type NewLicence,
  type NewMembership,
  type NewPractitioner,
} from '../store/party.ts'
import { closeRenewal, type EndingKind, watchEnds } from './watch-expiry.ts'

export type Entries = {
  readonly institutions?: readonly NewInstitution[]
  readonly practitioners?: readonly NewPractitioner[]
  readonly memberships?: readonly NewMembership[]
  readonly licences?: readonly NewLicence[]
  readonly filings?: readonly NewFiling[]
}

/** What the database may refuse of entries. */
export const entryRefusals = [
  'network.name-taken',
  'network.institution-unknown',
  'network.practitioner-unknown',
  'network.licence-number-taken',
  'network.licence-overlaps',
  'network.filing-overlaps',
] as const

/** Writes parties and what they may do, many at once, and watches what ends: the one way in of forms, rosters and configurations. */
export async function enter(work: Work, { institutions = [], practitioners = [], memberships = [], licences = [], filings = [] }: Entries) {
  const houses = await insertInstitutions(work, institutions)
  if (!houses.ok) return houses
  const experts = await insertPractitioners(work, practitioners)
  if (!experts.ok) return experts
  await insertMemberships(work, memberships)
  const licensed = await insertLicences(work, licences)
  if (!licensed.ok) return licensed
  const filed = await insertFilings(work, filings)
  if (!filed.ok) return filed
  await renewed(work, 'licence', licences)
  await renewed(work, 'filing', filings)
  return ok(null)
}

/** What came before these is renewed by them; then they are watched themselves. */
async function renewed(work: Work, kind: EndingKind, entered: readonly (NewLicence | NewFiling)[]): Promise<void> {
  if (entered.length === 0) return
  const earlier = await findEarlier(
    work,
    kind,
    entered.map(({ id }) => id),
  )
  for (const id of earlier) await closeRenewal(work, kind, id, 'kept')
  await watchEnds(work, kind, entered)
}
