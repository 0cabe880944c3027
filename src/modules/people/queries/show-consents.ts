import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { consentPurposes, neededPurposes, newestText } from '../domain/consent.ts'
import { findConsents } from '../store/consent.ts'
import { findInstitutionNames } from '../store/person.ts'

const purpose = words(consentPurposes, 'consentPurpose')

/** What a person has agreed to, and what she has still to agree to. */
export const showConsents = defineQuery({
  name: 'people.show-consents',
  zh: '查看同意',
  en: 'See the consents',
  permission: 'people.person.open',
  input: T.Object({ personId: T.Optional(idOf('person')) }),
  output: T.Object({
    personId: idOf('person'),
    /** Needed purposes whose newest text is not agreed to. */
    missing: T.Array(purpose),
    items: T.Array(
      T.Object({
        consentId: idOf('consent'),
        purpose,
        textVersion: T.Integer(),
        givenAt: instant,
        /** On paper, at this desk; null: in the app. */
        institution: nullable(bilingual),
        withdrawnAt: nullable(instant),
      }),
    ),
  }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId: asked }) {
    const opened = await openAsked(work, asked)
    if (!opened.ok) return opened
    const { personId } = opened.value
    const consents = await findConsents(work, personId)
    const standing = consents.filter(({ withdrawnAt }) => withdrawnAt === null)
    const institutions = await findInstitutionNames(
      work,
      consents.map(({ atInstitution }) => atInstitution),
    )
    return ok({
      personId,
      missing: neededPurposes.filter(
        (name) => !standing.some(({ purpose, textVersion }) => purpose === name && textVersion === newestText(name).version),
      ),
      items: consents.map(({ id, purpose, textVersion, givenAt, atInstitution, withdrawnAt }) => ({
        consentId: id,
        purpose,
        textVersion,
        givenAt,
        institution: (atInstitution && institutions.get(atInstitution)) ?? null,
        withdrawnAt,
      })),
    })
  },
})

/** The texts as they have to be read now; also for who has no account yet. */
export const listConsentTexts = defineQuery({
  name: 'people.list-consent-texts',
  zh: '同意书',
  en: 'Texts of consent',
  permission: null,
  input: T.Object({}),
  output: T.Object({ items: T.Array(T.Object({ purpose, version: T.Integer(), sentences: T.Array(bilingual) })) }),
  refusals: [],
  async run() {
    return ok({
      items: consentPurposes.map((purpose) => {
        const { version, sentences } = newestText(purpose)
        return { purpose, version, sentences: [...sentences] }
      }),
    })
  },
})
