import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { readRegistration, sexes } from '../domain/person.ts'
import { enterPersons, recogniseByCard } from './enter-persons.ts'

/** What a person says of herself, at a desk or on the phone. */
export const registrationInput = {
  name: T.String({ minLength: 1, maxLength: 50, pattern: '\\S' }),
  sex: T.Optional(words(sexes, 'sex')),
  birthDate: T.Optional(plainDate),
  phone: T.Optional(T.String({ maxLength: 20 })),
  idNumber: T.Optional(T.String({ maxLength: 20 })),
}
export const registrationRefusals = [
  'people.id-number-shape',
  'people.id-number-date',
  'people.id-number-check',
  'people.birth-date-differs',
  'people.birth-date-impossible',
  'people.phone-wrong',
] as const

/** Registers a person at the acting institution; who is known by her ID number is not made twice. */
export const registerPerson = defineCommand({
  name: 'people.register-person',
  zh: '登记就诊人',
  en: 'Register a person',
  permission: 'people.person.register',
  network: 'one person over all institutions: the ID number may be known elsewhere',
  input: T.Object(registrationInput),
  output: T.Object({ personId: idOf('person'), alreadyKnown: T.Boolean() }),
  refusals: [...registrationRefusals, 'people.identity-differs', 'platform.role-not-held'],
  async run(work, input) {
    const institutionId = work.actor.institutionId
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const facts = readRegistration(input, dateIn(defaultZone, work.now))
    if (!facts.ok) return facts
    const recognition = await recogniseByCard(work, [facts.value])
    const answer = present(recognition.answers[0], 'the answer of the row')
    if (answer.ok) await enterPersons(work, institutionId, recognition)
    return answer
  },
})
