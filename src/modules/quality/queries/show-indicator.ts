import { type Static, Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { type Indicator, sumOfTallies } from '../domain/indicator.ts'
import { sentenceOf, sentencesOf } from '../domain/indicator-sentence.ts'
import { isOpen } from '../domain/reach.ts'
import { countsByPart } from '../domain/row.ts'
import { type Target, wantedOn } from '../domain/target.ts'
import { refuse } from '../refusals.ts'
import { findIndicators } from '../store/indicator.ts'
import { type TallyRow, tally } from '../store/tally.ts'
import { findTargets } from '../store/target.ts'
import { type Asked, askedInput, askedRefusals, dayOfJudgement, findAsked, network } from './asked.ts'
import { indicatorView, judgedView, tallyBy, viewOfIndicator, viewOfTally } from './indicator-view.ts'

const atInstitution = T.Object({ id: idOf('institution'), name: bilingual, ...judgedView })
const atSite = T.Object({ id: idOf('site'), name: bilingual, ...judgedView })
const targetView = T.Object({
  /** Null: for all of the network. */
  site: nullable(T.Object({ id: idOf('site'), name: bilingual })),
  validFrom: plainDate,
  floor: nullable(T.Number()),
  target: nullable(T.Number()),
})

/** One indicator: what it counts, its trend, where institutions and sites stand, and what is wanted of them. */
export const showIndicator = defineQuery({
  name: 'quality.show-indicator',
  zh: '一个指标',
  en: 'One indicator',
  permission: 'quality.indicator.read',
  network,
  input: T.Object({ code: T.String({ maxLength: 60 }), ...askedInput }),
  output: T.Object({
    ...indicatorView,
    networkId: idOf('network'),
    first: plainDate,
    last: plainDate,
    version: T.Integer(),
    validFrom: plainDate,
    sentence: bilingual,
    counts: T.Object({ numerator: bilingual, denominator: bilingual, exclusions: T.Array(bilingual) }),
    /** How many rows the reader may look at, by how they count. */
    rows: T.Object({ numerator: T.Integer(), denominator: T.Integer(), excluded: T.Integer(), ownOnly: T.Boolean() }),
    institutions: T.Array(atInstitution),
    sites: T.Array(atSite),
    targets: T.Array(targetView),
    /** What the reader may set: the network's floor and target, additions of these sites. */
    maySetNetwork: T.Boolean(),
    maySetSites: T.Array(T.Object({ id: idOf('site'), name: bilingual })),
  }),
  refusals: [...askedRefusals, 'quality.indicator-unknown'],
  async run(work, { code, ...input }) {
    const found = await findAsked(work, input)
    if (!found.ok) return found
    const asked = found.value
    const { current } = asked
    const indicator = (await findIndicators(work, current.last)).find((one) => one.code === code)
    if (!indicator) return refuse('quality.indicator-unknown', { code, day: current.last })
    const rows = await tally(work, [indicator], { periods: asked.periods, scope: asked.scope, bySite: true })
    const targets = await findTargets(work, asked.network.id, code)
    const { exclusions, ...counts } = sentencesOf(indicator.definition)
    return ok({
      ...viewOfIndicator(indicator, rows, targets, asked),
      networkId: asked.network.id,
      first: current.first,
      last: current.last,
      version: indicator.definition.version,
      validFrom: indicator.definition.validFrom,
      sentence: sentenceOf(indicator.definition),
      counts: { ...counts, exclusions: [...exclusions] },
      rows: rowsOpen(indicator, rows, asked),
      ...placesOf(indicator, rows, targets, asked),
      ...maySet(work, asked),
    })
  },
})

/** Institutions and sites with something to count that the reader may look at, and what is in force or coming there. */
function placesOf(indicator: Indicator, rows: readonly TallyRow[], targets: readonly Target[], asked: Asked) {
  const { institutions, sites, current, today, periods } = asked
  const now = rows.filter(({ period }) => period === periods.length - 1)
  const [byInstitution, bySite] = [tallyBy(now, 'institutionId'), tallyBy(now, 'siteId')]
  const day = dayOfJudgement(current, today)
  const at = (siteId: Target['siteId']) => wantedOn(targets, indicator.better, siteId, day)
  const shown = targets.flatMap(({ siteId, validFrom, floor, target }): Static<typeof targetView>[] => {
    const site = sites.find(({ id }) => id === siteId)
    if (siteId !== null && !site) return []
    return [{ site: site ? { id: site.id, name: site.name } : null, validFrom, floor, target }]
  })
  return {
    institutions: institutions.flatMap(({ id, name }) => {
      const own = byInstitution.get(id)
      return own ? [{ id, name, ...viewOfTally(indicator, own, at(null)) }] : []
    }),
    sites: sites.flatMap(({ id, name }) => {
      const own = bySite.get(id)
      return own ? [{ id, name, ...viewOfTally(indicator, own, at(id)) }] : []
    }),
    targets: shown.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1)),
  }
}

function rowsOpen({ definition }: Indicator, rows: readonly TallyRow[], { reach, periods, scope }: Asked) {
  const open = rows.filter(({ period, institutionId }) => period === periods.length - 1 && isOpen(reach, institutionId))
  const ownOnly = reach.institutionIds !== null && scope.institutionIds === null
  return { ...countsByPart(definition, sumOfTallies(open)), ownOnly }
}

/** Who leads sets everything, who may set at all adds for the sites of the own institution. */
function maySet({ actor }: Work, { reach, sites }: Asked) {
  const may = actor.kind === 'system' || actor.permissions.has('quality.target.set')
  const own = sites.filter(({ institutionId }) => isOpen(reach, institutionId))
  return { maySetNetwork: may && reach.leads, maySetSites: may ? own.map(({ id, name }) => ({ id, name })) : [] }
}
