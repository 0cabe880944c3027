import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, type Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { shareRefusals } from '../../agreements/index.ts'
import { practiceRefusals } from '../../network/index.ts'
import { findConditions } from '../conditions.ts'
import { refuse } from '../refusals.ts'
import { findDays, findOffering, findResourcesById, findResourcesFor, findSites } from '../store/calendar.ts'

/** Why who is not promised a time cannot be served now. */
export const serveRefusals = [
  'booking.offering-unknown',
  'booking.site-unknown',
  'booking.calendar-unknown',
  'booking.expert-not-on-duty',
  'booking.needs-not-met',
  'booking.owner-not-member',
  'booking.resource-on-leave',
  'booking.resource-closed',
  'booking.resource-taken',
  'booking.travel-too-short',
  ...practiceRefusals,
  ...shareRefusals,
  'booking.price-missing',
] as const

type Asked = {
  readonly offeringId: Id<'offering'>
  readonly siteId: Id<'site'>
  readonly expertId: Id<'resource'>
  /** Who serves beside the expert; null: any of the kinds that are needed. */
  readonly others: readonly Id<'resource'>[] | null
}

/** What today's rules are asked about: the offering, the site, the expert, and the day of all who may serve. */
export async function prepareToday(work: Work, { offeringId, siteId, expertId, others }: Asked, at: Instant) {
  const sites = await findSites(work)
  const site = sites.find(({ id }) => id === siteId)
  if (!site) return refuse('booking.site-unknown')
  const date = dateIn(site.zone, at)
  const offering = await findOffering(work, offeringId, date)
  if (!offering) return refuse('booking.offering-unknown')
  const known = await findResourcesById(work, [expertId, ...(others ?? [])])
  const expert = known.find(({ id, role }) => id === expertId && role === 'expert')
  if (!expert) return refuse('booking.calendar-unknown', { resourceId: expertId })
  const resources = others ? known : [expert, ...(await findResourcesFor(work, offering)).filter((one) => one.siteId === siteId)]
  const { conditionsOn } = await findConditions(work, offering, resources, sites, { from: date, until: date })
  const ids = resources.map(({ id }) => id)
  const days = (await findDays(work, ids, date, date)).get(date) ?? new Map()
  return ok({ offering, expert, day: { resources, days, conditions: conditionsOn(date) } })
}
