/** FHIR R4 elements that several resources share. */

/** An amount of money in yuan with two decimals, as JSON number. */
export const moneyOf = (fen: bigint) => ({ value: Number(fen) / 100, currency: 'CNY' })

export const coded = (system: string, code: string, display?: string) => ({ coding: [{ system, code, ...(display ? { display } : {}) }] })

const hl7 = 'http://terminology.hl7.org/CodeSystem'
export const systems = {
  claimType: `${hl7}/claim-type`,
  priority: `${hl7}/processpriority`,
  adjudication: `${hl7}/adjudication`,
  relationship: `${hl7}/ex-relatedclaimrelationship`,
  diagnosis: 'http://hl7.org/fhir/sid/icd-10',
  message: 'urn:ietf:rfc:3986',
  claimNumber: 'urn:careloom:claim-number',
  policy: 'urn:careloom:policy-number',
  institution: 'urn:careloom:institution',
  payer: 'urn:careloom:payer',
  category: 'urn:careloom:charge-category',
  denial: 'urn:careloom:denial-code',
  benefitType: `${hl7}/benefit-type`,
} as const

export const itemSystem = (system: string): string => `urn:careloom:item:${system}`

/** What a request is called in what answers it: its message, never the number alone, which another collector may give as well. */
export const requestIdentifier = (messageId: string) => ({ system: systems.message, value: `urn:uuid:${messageId}` })

const named = (system: string, value: string, display?: string) => ({ identifier: { system, value }, ...(display ? { display } : {}) })

/** Whom and where a request is about, by policy number and codes: no name of a patient leaves. */
export type Parties = {
  readonly policyNumber: string
  readonly payerCode: string
  readonly provider: { readonly id: string; readonly name: string }
}
export const patientOf = ({ policyNumber }: Parties) => named(systems.policy, policyNumber)
export const providerOf = ({ provider }: Parties) => named(systems.institution, provider.id, provider.name)
export const insurerOf = ({ payerCode }: Parties) => named(systems.payer, payerCode)
