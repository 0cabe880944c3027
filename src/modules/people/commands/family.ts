import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { endProxy, openPerson, relations, writeProxy } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { readTextVersion } from '../domain/consent.ts'
import { type PersonFacts, readRegistration } from '../domain/person.ts'
import { refuse } from '../refusals.ts'
import { writeConsent } from '../store/consent.ts'
import { askConsent } from './consent.ts'
import { acceptInvitation } from './invite-person.ts'
import { registrationInput, registrationRefusals } from './register-person.ts'
import { registerNew } from './sign-up.ts'

const relation = words(relations, 'relation')
const linked = T.Object({ personId: idOf('person'), proxyId: idOf('proxy') })

/** Adds a person for whom the patient acts: one who is new here, or, with a code from the desk, one who is known. */
export const addFamilyMember = defineCommand({
  name: 'people.add-family-member',
  zh: '添加家人',
  en: 'Add a family member',
  permission: 'people.family.add',
  network: 'one person over all institutions: the ID number may be known elsewhere',
  input: T.Object({
    ...registrationInput,
    relation,
    textVersion: T.Integer({ minimum: 1 }),
    code: T.Optional(T.String({ maxLength: 20 })),
  }),
  secrets: ['code'],
  output: linked,
  refusals: [
    ...registrationRefusals,
    'people.consent-missing',
    'people.consent-text-old',
    'people.known-already',
    'people.code-wrong',
    'platform.family-self',
    'platform.family-already',
    'platform.family-full',
    'platform.person-not-open',
  ],
  async run(work, { relation, textVersion, code, ...registration }) {
    const holderPersonId = work.actor.personId
    if (!holderPersonId) return refusePlatform('platform.person-not-open')
    const agreed = await askConsent(work, holderPersonId)
    if (!agreed.ok) return agreed
    const read = readTextVersion('service', textVersion)
    if (!read.ok) return read
    const facts = readRegistration(registration, dateIn(defaultZone, work.now))
    if (!facts.ok) return facts
    const member = await memberOf(work, facts.value, code)
    if (!member.ok) return member
    const personId = member.value
    const proxy = await writeProxy(work, { holderPersonId, personId, relation })
    if (!proxy.ok) return proxy
    await writeConsent(work, { personId, purpose: 'service', textVersion, givenByAccount: work.actor.accountId, atInstitution: null })
    return ok({ personId, proxyId: proxy.value })
  },
})

const memberOf = (
  work: Work,
  facts: PersonFacts,
  code: string | undefined,
): Promise<Result<Id<'person'>, 'people.code-wrong' | 'people.known-already'>> =>
  code ? acceptInvitation(work, code, facts) : registerNew(work, facts)

/** Links two persons whom the institution may see, when both (or who answers for a child) stand at the desk. */
export const linkFamily = defineCommand({
  name: 'people.link-family',
  zh: '关联家人',
  en: 'Link family members',
  permission: 'people.family.link',
  input: T.Object({ holderPersonId: idOf('person'), personId: idOf('person'), relation }),
  output: linked,
  refusals: ['platform.person-not-open', 'platform.family-self', 'platform.family-already', 'platform.family-full'],
  async run(work, { holderPersonId, personId, relation }) {
    const member = await openPerson(work, personId)
    if (!member.ok) return member
    const holder = await openPerson(work, holderPersonId) // last: her family is counted
    if (!holder.ok) return holder
    const proxy = await writeProxy(work, { holderPersonId, personId, relation })
    return proxy.ok ? ok({ personId, proxyId: proxy.value }) : proxy
  },
})

/** Ends a link at once, from either side: who acts, or for whom is acted; at the desk for a person the institution may see. */
export const endFamilyMember = defineCommand({
  name: 'people.end-family-member',
  zh: '移除家人',
  en: 'End a family link',
  permission: 'people.family.end',
  input: T.Object({ proxyId: idOf('proxy'), personId: T.Optional(idOf('person')) }),
  output: T.Object({ proxyId: idOf('proxy') }),
  refusals: ['platform.person-not-open', 'people.family-not-linked'],
  async run(work, { proxyId, personId }) {
    const side = work.actor.personId ?? personId
    if (!side) return refuse('people.family-not-linked')
    const opened = await openPerson(work, side)
    if (!opened.ok) return opened
    return (await endProxy(work, proxyId, side)) ? ok({ proxyId }) : refuse('people.family-not-linked')
  },
})
