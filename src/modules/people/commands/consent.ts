import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { openAsked, openPerson } from '../../../platform/grant/index.ts'
import { tell } from '../../../platform/live/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { hasAccount } from '../../../platform/session/index.ts'
import { consentPurposes, newestText, readTextVersion } from '../domain/consent.ts'
import { refuse } from '../refusals.ts'
import { endConsents, findStanding, writeConsent } from '../store/consent.ts'
import { keepHistoryConsent } from './history-consent.ts'
import { hidePerson } from './show-person.ts'

const purpose = words(consentPurposes, 'consentPurpose')
const textVersion = T.Integer({ minimum: 1 })
const given = T.Object({ consentId: idOf('consent') })

/** Whether a person has agreed to the newest terms of use; before this nobody acts for her in the app. She is opened, or the caller has a network scope. */
export async function askConsent(work: Work, personId: Id<'person'>): Promise<Result<null, 'people.consent-missing'>> {
  const standing = await findStanding(work, personId, 'service', newestText('service').version)
  return standing ? ok(null) : refuse('people.consent-missing')
}

/** Agrees to a text, for oneself or for a family member. */
export const giveConsent = defineCommand({
  name: 'people.give-consent',
  zh: '同意',
  en: 'Give consent',
  permission: 'people.consent.give',
  input: T.Object({ personId: T.Optional(idOf('person')), purpose, textVersion }),
  output: given,
  refusals: ['platform.person-not-open', 'people.consent-own', 'people.consent-text-old', 'people.consent-on-paper'],
  async run(work, { personId, purpose, textVersion }) {
    if (purpose === 'history') return refuse('people.consent-on-paper')
    const opened = await openToAgree(work, personId)
    if (!opened.ok) return opened
    const read = readTextVersion(purpose, textVersion)
    if (!read.ok) return read
    const { accountId } = work.actor
    await tell(work, 'people.person', opened.value.personId)
    return ok({
      consentId: await writeConsent(work, {
        personId: opened.value.personId,
        purpose,
        textVersion,
        givenByAccount: accountId,
        atInstitution: null,
      }),
    })
  },
})

/** Keeps at the desk what the person has signed on paper. */
export const recordConsent = defineCommand({
  name: 'people.record-consent',
  zh: '登记纸质同意书',
  en: 'Record a consent on paper',
  permission: 'people.consent.record',
  input: T.Object({ personId: idOf('person'), purpose, textVersion }),
  output: given,
  refusals: ['platform.person-not-open', 'people.consent-text-old', 'people.consent-stands', 'platform.role-not-held'],
  async run(work, { personId, purpose, textVersion }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const read = readTextVersion(purpose, textVersion)
    if (!read.ok) return read
    const { accountId, institutionId } = work.actor
    await tell(work, 'people.person', personId)
    if (purpose === 'history')
      return institutionId ? recordHistory(work, personId, institutionId) : refusePlatform('platform.role-not-held')
    return ok({
      consentId: await writeConsent(work, { personId, purpose, textVersion, givenByAccount: accountId, atInstitution: institutionId }),
    })
  },
})

async function recordHistory(work: Work, personId: Id<'person'>, institutionId: Id<'institution'>) {
  const consentId = await keepHistoryConsent(work, personId, institutionId)
  return consentId ? ok({ consentId }) : refuse('people.consent-stands')
}

/** Takes a consent back: what rests on it ends at once, and nothing new is booked in the app. Visits that stand keep their own reason. */
export const withdrawConsent = defineCommand({
  name: 'people.withdraw-consent',
  zh: '撤回同意',
  en: 'Withdraw consent',
  permission: 'people.consent.give',
  network: 'what rests on a consent ends at every institution',
  input: T.Object({ personId: T.Optional(idOf('person')), purpose }),
  output: T.Object({ withdrawn: T.Integer() }),
  refusals: ['platform.person-not-open', 'people.consent-own', 'people.consent-none'],
  async run(work, { personId, purpose }) {
    const opened = await openToAgree(work, personId)
    if (!opened.ok) return opened
    const ended = await endConsents(work, opened.value.personId, purpose)
    if (ended.length === 0) return refuse('people.consent-none')
    await tell(work, 'people.person', opened.value.personId) // what others recorded is withheld from now on
    for (const consentId of ended) await hidePerson(work, 'consent', consentId)
    return ok({ withdrawn: ended.length })
  },
})

/** Who may agree: the person herself; a family member only for who has no account of her own. */
async function openToAgree(work: Work, personId: Id<'person'> | undefined) {
  const opened = await openAsked(work, personId)
  if (!opened.ok || opened.value.reason !== 'proxy') return opened
  return (await hasAccount(work, opened.value.personId)) ? refuse('people.consent-own') : opened
}
