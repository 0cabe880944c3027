import { Type as T } from 'typebox'
import { normalise } from '../../../kernel/name.ts'
import { fillSentence } from '../../../kernel/refusal.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, page, pageKey, parsePageKey, plainDate } from '../../../platform/operation/schema.ts'
import { mayPractise } from '../domain/practice.ts'
import { refusals, refuse } from '../refusals.ts'
import { findPracticeFacts } from '../store/practice.ts'
import { findPractitioner, listFilings, listHosts, listLicences, listMemberships, listPractitioners as listRows } from '../store/views.ts'
import { expertView, filingOfView, licenceView, membershipView, named, standingOn } from './views.ts'

const limit = 100

/** Practitioners by key: by name (characters, pinyin, initials), of a specialty, or who practise at an institution. */
export const listPractitioners = defineQuery({
  name: 'network.list-practitioners',
  zh: '医师名录',
  en: 'Practitioners',
  permission: 'network.directory.read',
  input: T.Object({
    text: T.Optional(T.String({ minLength: 1, maxLength: 50 })),
    specialty: T.Optional(T.String()),
    institutionId: T.Optional(idOf('institution')),
    after: T.Optional(T.String()),
  }),
  output: page(expertView),
  refusals: [],
  async run(work, { text, specialty = null, institutionId = null, after }) {
    const today = dateIn(defaultZone, work.now)
    if (text !== undefined && normalise(text) === '') return ok({ items: [], next: null })
    const asked = { text: text === undefined ? null : normalise(text), specialty, institutionId, filed: true }
    const rows = await listRows(work, asked, today, parsePageKey(after)?.[0] ?? null, limit + 1)
    const items = rows.slice(0, limit)
    return ok({ items, next: rows.length > limit ? pageKey(items.at(-1)?.id ?? '') : null })
  },
})

/** A practitioner, and for each institution that could host her whether she may practise there on the day. */
export const showPractitioner = defineQuery({
  name: 'network.show-practitioner',
  zh: '医师详情',
  en: 'A practitioner',
  permission: 'network.directory.read',
  input: T.Object({ practitionerId: idOf('practitioner'), date: T.Optional(plainDate) }),
  output: T.Object({
    ...expertView.properties,
    date: plainDate,
    licences: T.Array(licenceView),
    filings: T.Array(filingOfView),
    memberships: T.Array(membershipView),
    /** Her main institution first, then where she is filed. */
    may: T.Array(
      T.Object({ institution: named('institution'), allowed: T.Boolean(), code: nullable(T.String()), reason: nullable(bilingual) }),
    ),
  }),
  refusals: ['network.practitioner-unknown'],
  async run(work, { practitionerId, date: asked }) {
    const expert = await findPractitioner(work, practitionerId)
    if (!expert) return refuse('network.practitioner-unknown', { practitionerId })
    const date = asked ?? dateIn(defaultZone, work.now)
    const licences = await listLicences(work, practitionerId)
    const filings = await listFilings(work, 'practitioner', practitionerId, date, limit)
    const hosts = await listHosts(work, practitionerId, date, limit)
    const facts = await findPracticeFacts(
      work,
      [practitionerId],
      hosts.map(({ id }) => id),
    )
    return ok({
      ...expert,
      date,
      licences: licences.map(({ followed, ...licence }) => ({ ...licence, ...standingOn({ ...licence, followed }, date) })),
      filings: filings.map(({ followed, practitioner: _she, ...filing }) => ({ ...filing, ...standingOn({ ...filing, followed }, date) })),
      memberships: await listMemberships(work, practitionerId),
      may: hosts.map((institution) => {
        const question = { practitionerId, institutionId: institution.id, specialty: expert.kind, date }
        const answer = mayPractise(facts, question)
        if (answer.ok) return { institution, allowed: true, code: null, reason: null }
        const { code, details } = answer.refusal
        const { zh, en } = refusals[code]
        const reason = { zh: fillSentence(zh, details, 'zh'), en: fillSentence(en, details, 'en') }
        return { institution, allowed: false, code, reason }
      }),
    })
  },
})
