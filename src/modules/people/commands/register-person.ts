import { Type as T } from 'typebox'
import { normalise } from '../../../kernel/name.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { readRegistration, sexes } from '../domain/person.ts'
import { personRegistered } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findPerson, insertPerson, lockIdNumber } from '../store/person.ts'
import { showPerson } from './show-person.ts'

/** How long a registration lets the institution see the person; every later contact gives a reason of its own. */
export const registrationDays = 365

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
    const known = facts.value.idNumber ? await lockIdNumber(work, facts.value.idNumber) : undefined
    const personId = known ?? work.newId<'person'>()
    if (!known) await insertPerson(work, { ...facts.value, id: personId })
    else if (normalise((await findPerson(work, known))?.name ?? '') !== normalise(facts.value.name))
      return refuse('people.identity-differs')
    await showPerson(work, {
      personId,
      institutionIds: [institutionId],
      reason: 'registration',
      subjectId: personId,
      until: plus(work.now, { days: registrationDays }),
    })
    if (!known) await work.publish(personRegistered.of(personId, { personId, institutionId }))
    return ok({ personId, alreadyKnown: known !== undefined })
  },
})
