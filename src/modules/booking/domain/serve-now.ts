import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, plus } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import { complete, type Day, isFree } from './availability.ts'
import type { Offering } from './offering.ts'
import { isAway, isOpen, type Resource } from './resource.ts'
import { planService } from './visit.ts'

type Asked = { readonly siteId: Id<'site'>; readonly expert: Resource; readonly startsAt: Instant }

/** Of what the others are promised, only what keeps them at another site: at this one the lane decides who goes first. */
function withoutOwnSite(day: Day, siteId: Id<'site'>): Day {
  const days = [...day.days].map(([id, own]) => [id, { ...own, busy: own.busy.filter((taken) => taken.siteId !== siteId) }] as const)
  return { ...day, days: new Map(days) }
}

const isOnDuty = ({ siteId, expert, startsAt }: Asked, { days }: Day): boolean => {
  const day = days.get(expert.id)
  const soon = { from: startsAt, until: plus(startsAt, { minutes: 1 }) }
  return day !== undefined && isOpen(day, siteId, soon) && !isAway(day, soon)
}

/** What a service today may use, without being promised it: of each kind the first that is free, else the first. `squeezed`: the expert is promised to others. */
export function planWalkIn(asked: Asked, offering: Offering, day: Day) {
  const { siteId, expert, startsAt } = asked
  if (!isOnDuty(asked, day)) return refuse('booking.expert-not-on-duty', { expert: expert.name })
  const span = { from: startsAt, until: plus(startsAt, { minutes: offering.durationMinutes }) }
  const shared = withoutOwnSite(day, siteId)
  const chosen =
    complete(offering, expert, siteId, span, day) ?? complete(offering, expert, siteId, span, shared) ?? firstOf(asked, offering, day)
  const plan = planService({ siteId, startsAt }, offering, { ...shared, resources: chosen })
  return plan.ok ? ok({ plan: plan.value, squeezed: !isFree(day, offering, expert, siteId, span) }) : plan
}

/** The first of each kind at the site, so that the refusal can name what is wrong with it. */
const firstOf = ({ siteId, expert }: Asked, { needs }: Offering, { resources }: Day): Resource[] => [
  expert,
  ...needs
    .filter(({ role }) => role !== 'expert')
    .flatMap(({ role, kind }) => resources.find((one) => one.role === role && one.kind === kind && one.siteId === siteId) ?? []),
]

/** Whether another expert or room may serve who is here, with the rest as it was. */
export function planMove(asked: Asked, offering: Offering, day: Day) {
  if (!isOnDuty(asked, day)) return refuse('booking.expert-not-on-duty', { expert: asked.expert.name })
  return planService(asked, offering, withoutOwnSite(day, asked.siteId))
}
