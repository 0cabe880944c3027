import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import { type Instant, plus, type Span } from '../../../kernel/time.ts'
import type { ShareRefusal } from '../../agreements/index.ts'
import type { PracticeRefusal } from '../../network/index.ts'
import { type Charge, chargesOf, type Offering } from './offering.ts'
import { claimOf, type DayOf, isAway, isInTheWay, isOpen, type Resource, type TravelMinutes } from './resource.ts'

/** One complete option: a time at a site with every resource that the offering needs, and what it is charged. */
export type Option = Span & {
  readonly siteId: Id<'site'>
  readonly resources: readonly Resource[]
  readonly charges: readonly Charge[]
}

/** What other rooms say on the day of service: the law of practice, the agreements, the ways. */
export type Conditions = {
  /** Whether its owner, or the expert himself, is a member of the network. */
  readonly isPooled: (resource: Resource) => boolean
  readonly mayPractise: (expert: Resource, hostId: Id<'institution'>) => Result<null, PracticeRefusal>
  /** Whether agreements in force let these resources serve together at the host. */
  readonly mayServe: (hostId: Id<'institution'>, resources: readonly Resource[]) => Result<null, ShareRefusal>
  /** Who delivers the service in a room, or at a site where it needs none. */
  readonly hostOf: (room: Resource | undefined, siteId: Id<'site'>) => Id<'institution'>
  readonly travelMinutes: TravelMinutes
}

export type Day = { readonly resources: readonly Resource[]; readonly days: ReadonlyMap<string, DayOf>; readonly conditions: Conditions }

export const roomOf = (resources: readonly Resource[]): Resource | undefined => resources.find(({ role }) => role === 'room')

export function isFree({ days, conditions }: Day, { setupMinutes }: Offering, resource: Resource, siteId: Id<'site'>, span: Span): boolean {
  const day = days.get(resource.id)
  if (!day || !conditions.isPooled(resource) || !isOpen(day, siteId, span) || isAway(day, span)) return false
  const claim = claimOf(resource, span, setupMinutes)
  return !day.busy.some((taken) => isInTheWay(taken, siteId, claim, conditions.travelMinutes))
}

/** The needed resources around an expert at a time and site, the first free ones by name that may serve together; null where there are none. */
export function complete(offering: Offering, expert: Resource, siteId: Id<'site'>, span: Span, day: Day): Resource[] | null {
  const others = offering.needs.filter(({ role }) => role !== 'expert')
  const choose = (place: number, chosen: Resource[]): Resource[] | null => {
    const need = others[place]
    if (!need) return mayStand(chosen, siteId, day.conditions) ? chosen : null
    for (const resource of day.resources) {
      if (resource.role !== need.role || resource.kind !== need.kind) continue
      if (resource.role === 'room' && !day.conditions.mayPractise(expert, day.conditions.hostOf(resource, siteId)).ok) continue // known sooner than what is free
      if (!isFree(day, offering, resource, siteId, span)) continue
      const found = choose(place + 1, [...chosen, resource])
      if (found) return found
    }
    return null
  }
  return choose(0, [expert])
}

function mayStand(resources: readonly Resource[], siteId: Id<'site'>, conditions: Conditions): boolean {
  const hostId = conditions.hostOf(roomOf(resources), siteId)
  const expert = resources.find(({ role }) => role === 'expert')
  return (!expert || conditions.mayPractise(expert, hostId).ok) && conditions.mayServe(hostId, resources).ok
}

/** All options of one day after `now`, earliest first: each expert in steps from each of her openings. */
export function findOptions(offering: Offering, day: Day, now: Instant): Option[] {
  const lead = offering.needs.find(({ role }) => role === 'expert')
  const experts = day.resources.filter(({ role, kind }) => role === 'expert' && kind === lead?.kind)
  const options = experts.flatMap((expert) => optionsOf(offering, expert, day, now))
  return options.sort((a, b) => compare(optionKey(a), optionKey(b)))
}

function optionsOf(offering: Offering, expert: Resource, day: Day, now: Instant): Option[] {
  return (day.days.get(expert.id)?.openings ?? []).flatMap((opening) => {
    const { siteId } = opening
    const charges = chargesOf(offering, siteId, expert.title)
    if (charges.length === 0) return []
    return stepsOf(opening, offering.durationMinutes, offering.setupMinutes).flatMap((span) => {
      if (span.from <= now || !isFree(day, offering, expert, siteId, span)) return []
      const resources = complete(offering, expert, siteId, span, day)
      return resources ? [{ ...span, siteId, resources, charges }] : []
    })
  })
}

/** Spans of a length that fit one after another into an opening, with time to prepare between them. */
export function stepsOf(opening: Span, minutes: number, setupMinutes: number): Span[] {
  const steps: Span[] = []
  for (let { from } = opening; ; ) {
    const until = plus(from, { minutes })
    if (until > opening.until) return steps
    steps.push({ from, until })
    from = plus(until, { minutes: setupMinutes })
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Order of options, and the key of their pages. */
export const optionKey = ({ from, siteId, resources }: Option): string =>
  `${from}|${resources.find(({ role }) => role === 'expert')?.id ?? ''}|${siteId}`
