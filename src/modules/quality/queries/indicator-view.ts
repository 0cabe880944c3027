import { type Static, Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { bilingual, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { type Definition, type Indicator, quotientOf, sumOfTallies, type Tally } from '../domain/indicator.ts'
import { doubts, isAsGood, judge, judgements, type Target, type Wanted, wantedOn } from '../domain/target.ts'
import type { TallyRow } from '../store/tally.ts'
import { type Asked, dayOfJudgement } from './asked.ts'

/** A value with what it was counted from and how it is judged. */
export const judgedView = {
  /** Null: there was nothing to count. */
  value: nullable(T.Number()),
  numerator: T.Number(),
  /** How many rows count. */
  count: T.Integer(),
  excluded: T.Integer(),
  floor: nullable(T.Number()),
  target: nullable(T.Number()),
  judgement: words(judgements, 'judgement'),
  doubt: nullable(words(doubts, 'judgementDoubt')),
}

export const pointView = T.Object({ first: plainDate, last: plainDate, ...judgedView })

export const indicatorView = {
  code: T.String(),
  name: bilingual,
  unit: bilingual,
  better: words(['higher', 'lower'], 'better'),
  digits: T.Integer(),
  smallestCount: T.Integer(),
  ...judgedView,
  /** Of the institutions that could be judged, how many are not below the floor. */
  passing: T.Integer(),
  judged: T.Integer(),
  trend: T.Array(pointView),
}

/** A tally as a value with its judgement. */
export function viewOfTally({ better, definition }: Indicator, tally: Tally, wanted: Wanted): Static<ReturnType<typeof judgedObject>> {
  const { numerator, denominator: count, excluded } = tally
  const { judgement, doubt } = judge(better, definition, tally, wanted)
  return { value: quotientOf(definition, tally), numerator, count, excluded, ...wanted, judgement, doubt }
}
const judgedObject = () => T.Object(judgedView)

/** Value, judgement and trend of one indicator for what was asked. */
export function viewOfIndicator(indicator: Indicator, rows: readonly TallyRow[], targets: readonly Target[], asked: Asked) {
  const { code, name, better, definition } = indicator
  const { unit, digits, smallestCount } = definition
  const { periods, today, scope } = asked
  const trend = periods.map((period, place) => {
    const wanted = wantedOn(targets, better, scope.siteId, dayOfJudgement(period, today))
    const tally = sumOfTallies(rows.filter((row) => row.period === place))
    return { first: period.first, last: period.last, ...viewOfTally(indicator, tally, wanted) }
  })
  const now = trend.at(-1) as (typeof trend)[number]
  const { first: _, last: __, ...current } = now
  const own = rows.filter(({ period }) => period === periods.length - 1)
  return { code, name, unit, better, digits, smallestCount, ...current, ...passOf(indicator, own, current), trend }
}

/** The tallies of each institution, or of each site. */
export function tallyBy<Key extends 'institutionId' | 'siteId'>(
  rows: readonly TallyRow[],
  key: Key,
): Map<Id<'institution'> | Id<'site'>, Tally> {
  const grouped = new Map<Id<'institution'> | Id<'site'>, TallyRow[]>()
  for (const row of rows) {
    const id = row[key]
    if (id) grouped.set(id, [...(grouped.get(id) ?? []), row])
  }
  return new Map([...grouped].map(([id, own]) => [id, sumOfTallies(own)]))
}

function passOf({ better, definition }: Indicator, rows: readonly TallyRow[], { floor }: Wanted) {
  const values = [...tallyBy(rows, 'institutionId').values()]
    .filter((one) => isEnough(definition, one))
    .map((one) => quotientOf(definition, one))
  return {
    judged: values.length,
    passing: values.filter((value) => value !== null && (floor === null || isAsGood(better, value, floor))).length,
  }
}

const isEnough = ({ smallestCount }: Definition, { denominator }: Tally): boolean => denominator >= smallestCount
