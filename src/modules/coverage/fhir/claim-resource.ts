import { sumOf } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type Claim, type ClaimLine, nothingIsLeft } from '../domain/claim.ts'
import { coded, insurerOf, itemSystem, moneyOf, type Parties, patientOf, providerOf, requestIdentifier, systems } from './elements.ts'

/** A claim as FHIR R4 `Claim`: what is charged by line at list price; what of it is paid is the payer's calculation. `prior` is replaced by it. */
export function claimResource(claim: Claim, parties: Parties, messageId: string, prior: string | null, created: Instant) {
  const lines = claim.lines.filter(({ quantity }) => quantity > 0)
  return {
    resourceType: 'Claim',
    identifier: [requestIdentifier(messageId), { system: systems.claimNumber, value: claim.number }],
    status: nothingIsLeft(claim) ? 'cancelled' : 'active',
    type: coded(systems.claimType, 'professional'),
    use: 'claim',
    patient: patientOf(parties),
    created,
    insurer: insurerOf(parties),
    provider: providerOf(parties),
    priority: coded(systems.priority, 'normal'),
    ...(prior
      ? { related: [{ claim: { identifier: requestIdentifier(prior) }, relationship: coded(systems.relationship, 'prior') }] }
      : {}),
    ...(claim.diagnoses.length > 0
      ? {
          diagnosis: claim.diagnoses.map((code, place) => ({
            sequence: place + 1,
            diagnosisCodeableConcept: coded(systems.diagnosis, code),
          })),
        }
      : {}),
    insurance: [{ sequence: 1, focal: true, coverage: patientOf(parties) }],
    ...(lines.length > 0 ? { item: lines.map((line) => itemOf(line, claim)) } : {}),
    total: moneyOf(sumOf(lines.map(({ listFen }) => listFen))),
  }
}

const itemOf = ({ sequence, category, system, itemCode, name, quantity, listFen }: ClaimLine, { serviceDate }: Claim) => ({
  sequence,
  category: coded(systems.category, category),
  productOrService: { ...coded(itemSystem(system), itemCode, name.zh), text: name.zh },
  servicedDate: serviceDate,
  quantity: { value: quantity },
  net: moneyOf(listFen),
})
