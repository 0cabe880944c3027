import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import { readIdNumber } from './id-number.ts'

export const sexes = ['female', 'male', 'other', 'unknown'] as const
export type Sex = (typeof sexes)[number]
export const sexWords = {
  female: { zh: '女', en: 'female' },
  male: { zh: '男', en: 'male' },
  other: { zh: '其他', en: 'other' },
  unknown: { zh: '未说明', en: 'not stated' },
} as const

export type PersonFacts = {
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly phone: string | null
  readonly idNumber: string | null
}
export type Person = PersonFacts & { readonly id: Id<'person'> }
export type Registration = {
  readonly name: string
  readonly sex?: Sex | undefined
  readonly birthDate?: PlainDate | undefined
  readonly phone?: string | undefined
  readonly idNumber?: string | undefined
}

/** What is known of a person at the desk; an ID number fills birth date and sex. */
export function readRegistration(registration: Registration, today: PlainDate) {
  const { name, phone = null } = registration
  if (phone !== null && !/^1\d{10}$/.test(phone)) return refuse('people.phone-wrong')
  const card = registration.idNumber === undefined ? null : readIdNumber(registration.idNumber, today)
  if (card && !card.ok) return card
  const birthDate = registration.birthDate ?? card?.value.birthDate ?? ''
  if (!isPlainDate(birthDate) || birthDate > today) return refuse('people.birth-date-impossible', { birthDate })
  if (card && card.value.birthDate !== birthDate) return refuse('people.birth-date-differs', { onCard: card.value.birthDate })
  const facts: PersonFacts = {
    name: name.trim(),
    sex: registration.sex ?? card?.value.sex ?? 'unknown',
    birthDate,
    phone,
    idNumber: card?.value.value ?? null,
  }
  return ok(facts)
}

/** Whole years on a day. */
export function ageOn(birthDate: PlainDate, today: PlainDate): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** 138****5678 */
export const maskPhone = (phone: string | null): string | null => phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`
/** 3301**********1234 */
export const maskIdNumber = (value: string | null): string | null => value && `${value.slice(0, 4)}**********${value.slice(-4)}`
