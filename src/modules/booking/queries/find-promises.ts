import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type PlainDate, plusDays } from '../../../kernel/time.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import {
  amountFen,
  bilingual,
  idOf,
  instant,
  nullable,
  pageKey,
  parsePageKey,
  plainDate,
  words,
} from '../../../platform/operation/schema.ts'
import type { TermsInForce } from '../../agreements/index.ts'
import { resourceRoles, titles } from '../../network/index.ts'
import { findConditions } from '../conditions.ts'
import { type Day, findOptions, type Option, optionKey, roomOf } from '../domain/availability.ts'
import { type Offering, totalOf } from '../domain/offering.ts'
import { serviceOf } from '../domain/service.ts'
import { refuse } from '../refusals.ts'
import { findDays as findDayFacts, findOffering, findResourcesFor, findSites, nameInstitutions, type Zoned } from '../store/calendar.ts'
import { mayReadShares, sharesFor, sharesView } from './show-shares.ts'

/** Only who takes part is told who gets what (`sharesFor`). */
const network = 'what may serve together rests on agreements of several owners; it answers free times, not whose the others are'

const dayCount = 14
const pageSize = 20

/** Narrowing of a search; expert and site are optional. */
const narrowing = { offeringId: idOf('offering'), siteId: T.Optional(idOf('site')), expertId: T.Optional(idOf('resource')) }
type Narrowing = { siteId?: Id<'site'> | undefined; expertId?: Id<'resource'> | undefined }

type Found = { readonly day: Day; readonly options: readonly Option[] }

/** Every complete option of each day, and what the days are made of. */
async function optionsBetween(work: Work, offering: Offering, from: PlainDate, until: PlainDate, { siteId, expertId }: Narrowing) {
  const sites = await findSites(work)
  const all = await findResourcesFor(work, offering)
  const resources = all.filter(({ id, role }) => role !== 'expert' || expertId === undefined || id === expertId)
  const { conditionsOn, termsFor } = await findConditions(work, offering, resources, sites, { from, until })
  const ids = resources.map(({ id }) => id)
  const days = new Map<PlainDate, Found>()
  for (const [date, daysOf] of await findDayFacts(work, ids, from, until)) {
    const day = { resources, days: daysOf, conditions: conditionsOn(date) }
    const options = findOptions(offering, day, work.now).filter((option) => siteId === undefined || option.siteId === siteId)
    days.set(date, { day, options })
  }
  const { isPooled } = conditionsOn(from)
  return { days, sites, termsFor, experts: all.filter((resource) => resource.role === 'expert' && isPooled(resource)) }
}

/** How many complete options each of the next days has: left, full or closed. */
export const findDays = defineQuery({
  name: 'booking.find-days',
  zh: '可约的日子',
  en: 'Days with free places',
  permission: 'booking.offering.find',
  network,
  input: T.Object({ ...narrowing, from: T.Optional(plainDate) }),
  output: T.Object({
    items: T.Array(T.Object({ date: plainDate, state: words(['left', 'full', 'closed'], 'dayState'), left: T.Integer() })),
    firstFree: nullable(plainDate),
    /** Experts and sites to narrow by. */
    experts: T.Array(T.Object({ id: idOf('resource'), name: bilingual })),
    sites: T.Array(T.Object({ id: idOf('site'), name: bilingual })),
  }),
  refusals: ['booking.offering-unknown'],
  async run(work, { offeringId, from: asked, ...narrowed }) {
    const today = dateIn(defaultZone, work.now)
    const from = asked && asked > today ? asked : today
    const offering = await findOffering(work, offeringId, from)
    if (!offering) return refuse('booking.offering-unknown')
    const { days, sites, experts } = await optionsBetween(work, offering, from, plusDays(from, dayCount - 1), narrowed)
    const items = [...days].map(([date, { day, options }]) => ({
      date,
      left: options.length,
      state: options.length > 0 ? ('left' as const) : hasOpening(offering, day, narrowed) ? ('full' as const) : ('closed' as const),
    }))
    return ok({
      items,
      firstFree: items.find(({ left }) => left > 0)?.date ?? null,
      experts: experts.map(({ id, name }) => ({ id, name })),
      sites: sites.map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } })),
    })
  },
})

const hasOpening = (offering: Offering, { resources, days }: Day, { siteId }: Narrowing): boolean =>
  resources.some(
    ({ id, role, kind }) =>
      role === 'expert' &&
      offering.needs.some((need) => need.role === role && need.kind === kind) &&
      (days.get(id)?.openings ?? []).some((opening) => siteId === undefined || opening.siteId === siteId),
  )

const span = T.Object({ from: instant, until: instant })
const promisedResource = T.Object({
  id: idOf('resource'),
  role: words(resourceRoles, 'resourceRole'),
  title: nullable(words(titles, 'title')),
  name: bilingual,
  owner: bilingual,
})

/** Complete options of one day, earliest first: who, where, when, at what price, and the lanes that explain why not earlier. */
export const findPromises = defineQuery({
  name: 'booking.find-promises',
  zh: '可约的时间',
  en: 'Complete options of a day',
  permission: 'booking.offering.find',
  network,
  input: T.Object({ ...narrowing, date: plainDate, after: T.Optional(T.String()) }),
  output: T.Object({
    items: T.Array(
      T.Object({
        siteId: idOf('site'),
        site: bilingual,
        zone: T.String(),
        startsAt: instant,
        endsAt: instant,
        priceFen: amountFen,
        /** Who gets what, for who takes part in it; null for others. */
        shares: nullable(sharesView),
        resources: T.Array(promisedResource),
      }),
    ),
    lanes: T.Array(T.Object({ resourceId: idOf('resource'), openings: T.Array(span), busy: T.Array(span) })),
    next: nullable(T.String()),
  }),
  refusals: ['booking.offering-unknown'],
  async run(work, { offeringId, date, after, ...narrowed }) {
    const offering = await findOffering(work, offeringId, date)
    if (!offering) return refuse('booking.offering-unknown')
    const { days, sites, termsFor } = await optionsBetween(work, offering, date, date, narrowed)
    const found = days.get(date)
    const key = parsePageKey(after)?.[0] ?? ''
    const options = (found?.options ?? []).filter((option) => optionKey(option) > key)
    const shown = options.slice(0, pageSize)
    const last = shown.at(-1)
    return ok({
      items: found ? await viewsOf(work, offering, found.day, shown, sites, termsFor(date)) : [],
      lanes: found ? lanesOf(found.day, shown) : [],
      next: options.length > pageSize && last ? pageKey(optionKey(last)) : null,
    })
  },
})

async function viewsOf(
  work: Work,
  offering: Offering,
  day: Day,
  options: readonly Option[],
  sites: readonly Zoned[],
  terms: readonly TermsInForce[],
) {
  const siteOf = new Map(sites.map((site) => [site.id, site]))
  const owners = await nameInstitutions(work, [...new Set(options.flatMap(({ resources }) => resources.map(({ ownerId }) => ownerId)))])
  const services = options.map(({ siteId, charges, resources }) =>
    serviceOf(offering, day.conditions.hostOf(roomOf(resources), siteId), resources, charges),
  )
  const shares = await sharesFor(work, terms, mayReadShares(work.actor) ? services : [])
  return options.map(({ siteId, from, until, charges, resources }, place) => {
    const site = siteOf.get(siteId)
    return {
      siteId,
      site: { zh: site?.nameZh ?? '', en: site?.nameEn ?? '' },
      zone: site?.zone ?? defaultZone,
      startsAt: from,
      endsAt: until,
      priceFen: totalOf(charges),
      shares: shares[place] ?? null,
      resources: resources.map(({ id, role, title, name, ownerId }) => ({
        id,
        role,
        title,
        name,
        owner: owners.get(ownerId) ?? { zh: '', en: '' },
      })),
    }
  })
}

function lanesOf({ days }: Day, options: readonly Option[]) {
  const ids = [...new Set(options.flatMap(({ resources }) => resources.map(({ id }) => id)))]
  return ids.map((resourceId) => {
    const day = days.get(resourceId)
    const plain = (spans: readonly { from: (typeof options)[number]['from']; until: (typeof options)[number]['until'] }[] = []) =>
      spans.map(({ from, until }) => ({ from, until }))
    return { resourceId, openings: plain(day?.openings), busy: plain(day?.busy) }
  })
}
