import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { createPatientAccount } from '../../../platform/session/index.ts'
import { readTextVersion } from '../domain/consent.ts'
import { readLogin, readPassword } from '../domain/credentials.ts'
import { type PersonFacts, readRegistration } from '../domain/person.ts'
import { personRegistered } from '../events.ts'
import { refuse } from '../refusals.ts'
import { writeConsent } from '../store/consent.ts'
import { findPerson, insertPerson, lockIdNumber } from '../store/person.ts'
import { acceptInvitation } from './invite-person.ts'
import { registrationInput, registrationRefusals } from './register-person.ts'

/** Registers on the phone: the person, her account, her consent and a session, all or nothing. Who is known is never attached by guess. */
export const signUp = defineCommand({
  name: 'people.sign-up',
  zh: '手机注册',
  en: 'Sign up',
  permission: null,
  network: 'one person over all institutions: the ID number may be known elsewhere',
  input: T.Object({
    ...registrationInput,
    login: T.String({ minLength: 1, maxLength: 64 }),
    password: T.String({ minLength: 1, maxLength: 200 }),
    textVersion: T.Integer({ minimum: 1 }),
    code: T.Optional(T.String({ maxLength: 20 })),
  }),
  secrets: ['password', 'code'],
  output: T.Object({ accountId: idOf('account'), personId: idOf('person') }),
  refusals: [
    ...registrationRefusals,
    'people.login-wrong',
    'people.password-weak',
    'people.consent-text-old',
    'people.known-already',
    'people.code-wrong',
    'platform.login-taken',
    'platform.too-many-attempts',
  ],
  async run(work, { login: typed, password, textVersion, code, ...registration }) {
    const login = readLogin(typed)
    if (!login.ok) return login
    const facts = readRegistration(registration, dateIn(defaultZone, work.now))
    if (!facts.ok) return facts
    const strong = readPassword(password, { login: login.value, phone: facts.value.phone })
    if (!strong.ok) return strong
    const read = readTextVersion('service', textVersion)
    if (!read.ok) return read
    const person = code ? await acceptInvitation(work, code, facts.value) : await registerNew(work, facts.value)
    if (!person.ok) return person
    const personId = person.value
    const name = (await findPerson(work, personId))?.name ?? facts.value.name
    const account = await createPatientAccount(work, { login: login.value, password, name: { zh: name, en: name }, personId })
    if (!account.ok) return account
    await writeConsent(work, { personId, purpose: 'service', textVersion, givenByAccount: account.value, atInstitution: null })
    return ok({ accountId: account.value, personId })
  },
})

/** Registers a person who is new here; one whose ID number is known is refused, because knowing a number proves nothing. */
export async function registerNew(work: Work, facts: PersonFacts): Promise<Result<Id<'person'>, 'people.known-already'>> {
  if (facts.idNumber && (await lockIdNumber(work, facts.idNumber))) return refuse('people.known-already')
  const personId = work.newId<'person'>()
  await insertPerson(work, { ...facts, id: personId })
  await work.publish(personRegistered.of(personId, { personId, institutionId: null }))
  return ok(personId)
}
