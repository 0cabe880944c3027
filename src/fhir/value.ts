import type { Address, CodeableConcept, Coding, HumanName, Identifier, Money, Period, Reference, ResourceType } from '@medplum/fhirtypes'
import type { Name } from '../kernel/result.ts'
import type { Instant, PlainDate } from '../kernel/time.ts'
import { boundIdOf } from './bound-id.ts'

/** What our code systems and identifiers are called outside; a system that is not listed is one of the sender and stays as it is. */
export const systems = {
  residentId: 'urn:oid:2.16.156.10011.1.3', // GB 11643, 公民身份号码
  licence: 'urn:careloom:licence-number',
  institution: 'urn:careloom:institution',
  policy: 'urn:careloom:policy-number',
  claim: 'urn:careloom:claim-number',
  institutionKind: 'urn:careloom:institution-kind',
  specialty: 'urn:careloom:specialty',
  title: 'urn:careloom:title',
  offering: 'urn:careloom:offering',
  place: 'urn:careloom:place-kind',
} as const

/** Code systems of facts and orders: what we call them, and what they are called outside. */
export const codeSystems: Readonly<Record<string, string>> = {
  'icd-10': 'http://hl7.org/fhir/sid/icd-10',
  lab: 'urn:careloom:lab',
  analyte: 'urn:careloom:analyte',
  imaging: 'urn:careloom:imaging',
  drug: 'urn:careloom:drug',
  substance: 'urn:careloom:substance',
  'vital-sign': 'urn:careloom:vital-sign',
  loinc: 'http://loinc.org',
}

export const systemUri = (own: string): string => codeSystems[own] ?? own

const hl7 = 'http://terminology.hl7.org/CodeSystem'

/** A code of HL7's own terminology, `concept('condition-clinical', 'active')`. */
export const concept = (system: string, code: string): CodeableConcept => ({ coding: [{ system: `${hl7}/${system}`, code }] })

/** A code with its words: Chinese as text, English as the display of the code where there is one. */
export function called(own: string | null, code: string | null, { zh, en }: { zh: string | null; en: string | null }): CodeableConcept {
  const coding: Coding[] =
    code === null || own === null ? [] : [{ system: systemUri(own), code, ...((en ?? zh) ? { display: (en ?? zh) as string } : {}) }]
  return { ...(coding.length > 0 ? { coding } : {}), text: zh ?? en ?? code ?? '' }
}

export const referTo = (type: ResourceType, id: string, display?: string | null): Reference<never> => ({
  reference: `${type}/${id}`,
  ...(display ? { display } : {}),
})

/** A row about a person. */
export const referToRow = (type: ResourceType, personId: string, rowId: string): Reference<never> =>
  referTo(type, boundIdOf({ personId, rowId }))

export const identifierOf = (system: string, value: string, more: Partial<Identifier> = {}): Identifier => ({ system, value, ...more })

/** Days, both included, as FHIR has them. */
export const daysOf = (validFrom: PlainDate | null, validUntil: PlainDate | null): Period => ({
  ...(validFrom ? { start: validFrom } : {}),
  ...(validUntil ? { end: validUntil } : {}),
})

export const periodOf = (start: Instant | null, end: Instant | null): Period => ({ ...(start ? { start } : {}), ...(end ? { end } : {}) })

/** An amount in yuan with two decimals, as JSON number. */
export const moneyOf = (fen: bigint): Money => ({ value: Number(fen) / 100, currency: 'CNY' })

export const addressOf = ({ zh }: Name): Address => ({ text: zh, country: 'CN' })

const twoCharacterSurnames =
  /^(欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|夏侯|端木|南宫|独孤|轩辕|百里|东郭|呼延|申屠|太史|澹台|公冶|宗政|濮阳|淳于|单于|仲孙|钟离|闾丘|司空|亓官|拓跋)/
const han = /^\p{Script=Han}{2,4}$/u
const pinyinUrl = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation'

/** A Chinese name whole and in its parts, and its pinyin beside it; a name that is not of Chinese characters stands as text only. */
export function namesOf(name: string, latin: string | null): HumanName[] {
  const plain: HumanName = { use: 'official', text: name }
  const surname = twoCharacterSurnames.exec(name)?.[0] ?? name.slice(0, 1)
  const whole: HumanName = han.test(name) ? { ...plain, family: surname, given: [name.slice(surname.length)] } : plain
  if (!latin || latin === name) return [whole]
  return [whole, { extension: [{ url: pinyinUrl, valueCode: 'SYL' }], use: 'usual', text: latin }]
}
