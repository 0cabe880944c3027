import { fillSentence } from '../../../../kernel/refusal.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { PlainDate } from '../../../../kernel/time.ts'
import { refusals } from '../../refusals.ts'
import { readIdNumber } from '../id-number.ts'
import type { PersonFacts } from '../person.ts'
import { broken, problems } from './broken.ts'
import { identifiersOf, partyKey } from './links.ts'
import { firstDay } from './moment.ts'
import type { Entry, Resource } from './resource.ts'
import type { Shape } from './shape.ts'

/** The resident identity number among China's object identifiers. */
export const residentIdSystem = 'urn:oid:2.16.156.10011.1.3'
const longestName = 50

export type SentIdentifier = {
  readonly path: string
  /** As a search writes it. */
  readonly key: string
  /** As it is kept. */
  readonly system: string
  readonly value: string
}

/** An identifier as it is kept: the resident identity number under our own name of it. */
export const storedIdentifier = (type: string, system: string, value: string): { system: string; value: string } =>
  type === 'Patient' && system === residentIdSystem ? { system: 'resident-id', value: value.trim().toUpperCase() } : { system, value }

export type SentPatient = {
  readonly entry: Entry
  readonly facts: PersonFacts
  /** As exactly as it was sent: `1963`, `1963-10` or a day. */
  readonly born: string
  readonly identifiers: readonly SentIdentifier[]
}

/** Reads a Patient whose shape was checked. The rules of ID numbers hold for our own system only; a year or month of birth means its first day. */
export function readPatient(entry: Entry, today: PlainDate): Result<SentPatient, 'people.bundle-broken'> {
  const { path } = entry
  const patient = entry.resource as Resource & Shape<'Patient'>
  const birthDate = firstDay(patient.birthDate)
  if (birthDate > today) return broken(`${path}.birthDate`, problems.birthDate)
  const name = nameOf(patient.name)
  if (!name) return broken(`${path}.name[0]`, problems.empty)
  let idNumber: string | null = null
  const identifiers: SentIdentifier[] = []
  for (const { place, system, value, text } of identifiersOf(patient)) {
    const at = `${path}.identifier[${place}]`
    identifiers.push({ path: at, key: partyKey('Patient', text), ...storedIdentifier('Patient', system, value) })
    if (system !== residentIdSystem) continue
    const read = readIdNumber(value, today)
    if (!read.ok) return broken(`${at}.value`, refusals[read.refusal.code])
    if (!read.value.birthDate.startsWith(patient.birthDate)) {
      const { zh, en } = refusals['people.birth-date-differs']
      const onCard = { onCard: read.value.birthDate }
      return broken(`${path}.birthDate`, { zh: fillSentence(zh, onCard, 'zh'), en: fillSentence(en, onCard, 'en') })
    }
    idNumber = read.value.value
  }
  const { gender: sex = 'unknown' } = patient
  return ok({ entry, facts: { name, sex, birthDate, phone: phoneOf(patient.telecom), idNumber }, born: patient.birthDate, identifiers })
}

/** The official name, else the usual, else the first; a Chinese name is written without a space, family name first. */
function nameOf(names: Shape<'Patient'>['name']): string {
  const {
    text,
    family = '',
    given = [],
  } = ['official', 'usual', undefined].map((use) => names.find((name) => name.use === use)).find(Boolean) ?? names[0] ?? {}
  const parts = /\p{Script=Han}/u.test(family) ? [family, ...given].join('') : [...given, family].join(' ')
  const name = (text ?? parts).trim()
  const characters = [...name]
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name
}

/** The mobile number, else the first telephone, in digits; a Chinese one without its country code. */
function phoneOf(telecom: Shape<'Patient'>['telecom'] = []): string | null {
  const phones = telecom.filter(({ system, value, use }) => system === 'phone' && value !== undefined && use !== 'old')
  const chosen = phones.find(({ use }) => use === 'mobile') ?? phones[0]
  const digits = (chosen?.value ?? '').replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '')
  return digits.length >= 5 ? digits : null
}
