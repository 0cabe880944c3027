import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Claim } from '../../integrity/index.ts'
import { findDemographics } from '../../people/index.ts'
import { claimLineOf } from '../domain/claim-line.ts'
import type { Order } from '../domain/order.ts'
import { listNotes } from '../store/note.ts'
import { findOrderPrices } from './charge-orders.ts'

type VisitOf = Pick<Order, 'visitId' | 'personId' | 'networkId'> & { readonly institutionId: Id<'institution'> }

/** Orders of a basket as a claim of now, with what is known of the person, who is open. */
export async function basketClaim(
  work: Work,
  { visitId, personId, networkId, institutionId }: VisitOf,
  orders: readonly Order[],
): Promise<Claim> {
  const { sex = 'unknown', birthDate = null } = (await findDemographics(work, personId)) ?? {}
  const diagnoses = await recordedDiagnoses(work, visitId, institutionId)
  const lines = (await findOrderPrices(work, orders)).map(({ order, priced }) => ({
    ...claimLineOf(order, work.now),
    amountFen: priced?.charges[0]?.amountFen ?? null,
  }))
  return { claimId: work.newId(), networkId, personId, visitId, institutionId, sex, birthDate, visitType: 'outpatient', diagnoses, lines }
}

/** Diagnoses of the visit in the institution's own note, a draft too, and in those that others have signed; null: none yet. */
async function recordedDiagnoses(work: Work, visitId: Id<'visit'>, institutionId: Id<'institution'>): Promise<string[] | null> {
  const notes = (await listNotes(work, visitId)).filter((note) => note.state === 'signed' || note.institutionId === institutionId)
  const codes = notes.flatMap(({ content }) => content.diagnoses.map(({ code }) => code))
  return codes.length > 0 ? [...new Set(codes)] : null
}
