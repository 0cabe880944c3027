import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { factKinds } from '../domain/fact.ts'
import { findInstitutionNames } from '../store/person.ts'
import { findFacts } from '../store/portrait.ts'
import { factView, openFacts, viewOf } from './fact-view.ts'

const limit = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The facts of a person over all institutions as a timeline, the newest first. */
export const listFacts = defineQuery({
  name: 'people.list-facts',
  zh: '查看时间线',
  en: 'See the timeline',
  permission: 'people.person.open',
  input: T.Object({
    personId: idOf('person'),
    kind: T.Optional(words(factKinds, 'factKind')),
    institutionId: T.Optional(idOf('institution')),
    after: T.Optional(T.String()),
  }),
  output: T.Object({ ...page(factView).properties, live: liveView }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId, kind, institutionId, after }) {
    const live = await includes(work, 'people.person', personId)
    const opened = await openFacts(work, personId)
    if (!opened.ok) return opened
    const { sight } = opened.value
    const [last = ''] = parsePageKey(after) ?? []
    const filter = { kind: kind ?? null, institutionId: institutionId ?? null }
    const found = await findFacts(work, personId, sight, filter, uuid.test(last) ? last : null, limit + 1)
    const shown = found.slice(0, limit)
    const names = await findInstitutionNames(
      work,
      shown.map((fact) => fact.institutionId),
    )
    const end = shown.at(-1)
    return ok({
      items: shown.map((fact) => viewOf(fact, sight, names)),
      next: found.length > limit && end ? pageKey(end.id) : null,
      live,
    })
  },
})
