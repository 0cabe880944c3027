import type { Id } from '../../../kernel/id.ts'
import { type Instant, plus, type Span, spanCovers, spansOverlap } from '../../../kernel/time.ts'
import type { DayOf, Offering, Resource } from './resource.ts'

/** One complete option: a time at a site with every resource that the offering needs, and its price. */
export type Option = Span & {
  readonly siteId: Id<'site'>
  readonly resources: readonly Resource[]
  readonly priceFen: number
}

export type Day = { readonly resources: readonly Resource[]; readonly days: ReadonlyMap<string, DayOf> }

const isFree = ({ days }: Day, resource: Resource, siteId: Id<'site'>, span: Span): boolean => {
  const day = days.get(resource.id)
  if (!day) return false
  return (
    day.openings.some((opening) => opening.siteId === siteId && spanCovers(opening, span)) &&
    !day.busy.some((taken) => spansOverlap(taken, span))
  )
}

/** Whether an expert may practise where this room belongs; other pairs have no such rule. */
export const mayPractise = (expert: Resource, room: Resource): boolean => room.role !== 'room' || expert.places.has(room.ownerId)

/** The needed resources around an expert at a time and site, each the first free one by name; null where one is missing. */
function complete(offering: Offering, expert: Resource, siteId: Id<'site'>, span: Span, day: Day): Resource[] | null {
  const chosen = offering.needs.map(({ role, kind }) =>
    role === 'expert'
      ? expert
      : day.resources.find(
          (resource) =>
            resource.role === role && resource.kind === kind && mayPractise(expert, resource) && isFree(day, resource, siteId, span),
        ),
  )
  return chosen.every((resource) => resource !== undefined) ? (chosen as Resource[]) : null
}

/** All options of one day after `now`, earliest first: each expert in steps of the duration from each of her openings. */
export function findOptions(offering: Offering, day: Day, now: Instant): Option[] {
  const lead = offering.needs.find(({ role }) => role === 'expert')
  const experts = day.resources.filter(({ role, kind }) => role === 'expert' && kind === lead?.kind)
  const options = experts.flatMap((expert) => optionsOf(offering, expert, day, now))
  return options.sort((a, b) => compare(optionKey(a), optionKey(b)))
}

function optionsOf(offering: Offering, expert: Resource, day: Day, now: Instant): Option[] {
  const priceFen = offering.prices.get(expert.title ?? '')
  if (priceFen === undefined) return []
  return (day.days.get(expert.id)?.openings ?? []).flatMap((opening) =>
    stepsOf(opening, offering.durationMinutes).flatMap((span) => {
      if (span.from <= now || !isFree(day, expert, opening.siteId, span)) return []
      const resources = complete(offering, expert, opening.siteId, span, day)
      return resources ? [{ ...span, siteId: opening.siteId, resources, priceFen }] : []
    }),
  )
}

/** Consecutive spans of a length inside an opening. */
export function stepsOf(opening: Span, minutes: number): Span[] {
  const steps: Span[] = []
  for (let from = opening.from, until = plus(from, { minutes }); until <= opening.until; from = until, until = plus(from, { minutes }))
    steps.push({ from, until })
  return steps
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Order of options, and the key of their pages. */
export const optionKey = ({ from, siteId, resources }: Option): string =>
  `${from}|${resources.find(({ role }) => role === 'expert')?.id ?? ''}|${siteId}`
