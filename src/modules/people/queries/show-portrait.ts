import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { openingReasons } from '../../../platform/grant/index.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { readAllergies } from '../domain/allergy.ts'
import { type FactKind, type FactStatus, factKinds } from '../domain/fact.ts'
import { type Sight, whySeen } from '../domain/sight.ts'
import { findInstitutionNames } from '../store/person.ts'
import { findSections, findSeries, type Tally, tallyFacts } from '../store/portrait.ts'
import { factView, openFacts, sightReason, viewOf } from './fact-view.ts'

const factViews = T.Array(factView)

/** Who a person is over all institutions: each fact with where it comes from, and why the reader may see it. */
export const showPortrait = defineQuery({
  name: 'people.show-portrait',
  zh: '查看画像',
  en: 'See the portrait',
  permission: 'people.person.open',
  input: T.Object({ personId: idOf('person') }),
  output: T.Object({
    personId: idOf('person'),
    whyVisible: words(openingReasons, 'grantReason'),
    /** When the reason to see her ends; null: she herself, or her family. */
    visibleUntil: nullable(instant),
    /** Where her facts come from, the most facts first. */
    institutions: T.Array(
      T.Object({
        institutionId: idOf('institution'),
        name: bilingual,
        shown: T.Integer(),
        /** Facts that the reader may not see, with nothing said of them. */
        withheld: T.Integer(),
        /** Why its facts are seen; null: nothing but medicine safety. */
        why: nullable(sightReason),
      }),
    ),
    /** Facts that the reader sees; a kind without any is left out. */
    kinds: T.Array(T.Object({ kind: words(factKinds, 'factKind'), shown: T.Integer() })),
    problems: T.Object({ active: factViews, ended: factViews }),
    medication: T.Object({ active: factViews, ended: factViews }),
    allergies: T.Object({
      items: factViews,
      noneKnown: T.Boolean({ description: 'said in so many words; false and no items: not recorded' }),
    }),
    measurements: T.Array(
      T.Object({ latest: factView, points: T.Array(T.Object({ at: instant, value: T.Number() }), { description: 'the oldest first' }) }),
    ),
    imaging: factViews,
    procedures: factViews,
    immunisations: factViews,
    documents: factViews,
    visits: factViews,
    live: liveView,
  }),
  refusals: ['platform.person-not-open'],
  async run(work, { personId }) {
    const live = await includes(work, 'people.person', personId)
    const opened = await openFacts(work, personId)
    if (!opened.ok) return opened
    const { reason, until, sight } = opened.value
    const tallies = await tallyFacts(work, personId)
    const [facts, series] = [await findSections(work, personId, sight), await findSeries(work, personId, sight)]
    // Last, and of all: a fact may have come in since the first of these reads.
    const origins = [...tallies, ...facts, ...series.map(({ latest }) => latest)]
    const names = await findInstitutionNames(
      work,
      origins.map(({ institutionId }) => institutionId),
    )
    const found = facts.map((fact) => viewOf(fact, sight, names))
    const section = (kind: FactKind, status?: FactStatus) =>
      found.filter((fact) => fact.kind === kind && (status === undefined || fact.status === status))
    const lasting = (kind: FactKind) => ({ active: section(kind, 'active'), ended: section(kind, 'ended') })
    return ok({
      personId,
      whyVisible: reason,
      visibleUntil: until,
      institutions: originsOf(tallies, sight).map((origin) => ({ ...origin, name: names.get(origin.institutionId) ?? { zh: '', en: '' } })),
      kinds: factKinds
        .map((kind) => ({ kind, shown: sumOf(tallies.filter((tally) => tally.kind === kind && whySeen(sight, tally) !== null)) }))
        .filter(({ shown }) => shown > 0),
      problems: lasting('problem'),
      medication: lasting('medication'),
      allergies: readAllergies(section('allergy')),
      measurements: series.map(({ latest, points }) => ({
        latest: viewOf(latest, sight, names),
        points,
      })),
      imaging: section('imaging'),
      procedures: section('procedure'),
      immunisations: section('immunisation'),
      documents: section('document'),
      visits: section('visit'),
      live,
    })
  },
})

const sumOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { count }) => sum + count, 0)

/** Each institution with what is seen of it, what is withheld, and why. */
function originsOf(tallies: readonly Tally[], sight: Sight) {
  const ids: readonly Id<'institution'>[] = [...new Set(tallies.map(({ institutionId }) => institutionId))]
  return ids
    .map((institutionId) => {
      const its = tallies.filter((tally) => tally.institutionId === institutionId)
      const shown = sumOf(its.filter((tally) => whySeen(sight, tally) !== null))
      return { institutionId, shown, withheld: sumOf(its) - shown, why: institutionId === sight.own ? ('own' as const) : sight.others }
    })
    .toSorted((a, b) => b.shown - a.shown || (a.institutionId < b.institutionId ? -1 : 1))
}
