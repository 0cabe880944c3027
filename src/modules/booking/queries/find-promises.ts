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
  page,
  pageKey,
  parsePageKey,
  plainDate,
  words,
} from '../../../platform/operation/schema.ts'
import { resourceRoles, titles } from '../../network/index.ts'
import { type Day, findOptions, type Option, optionKey } from '../domain/availability.ts'
import type { Offering } from '../domain/resource.ts'
import { refuse } from '../refusals.ts'
import {
  findDays as findDayFacts,
  findOffering,
  findResourcesFor,
  findSites,
  listOfferingRows,
  nameInstitutions,
} from '../store/calendar.ts'

const dayCount = 14
const pageSize = 20
const offeringPage = 100

export const listOfferings = defineQuery({
  name: 'booking.list-offerings',
  zh: '服务项目',
  en: 'Offerings',
  permission: 'booking.offering.find',
  input: T.Object({ after: T.Optional(T.String()) }),
  output: page(T.Object({ id: idOf('offering'), name: bilingual, durationMinutes: T.Integer() })),
  refusals: [],
  async run(work, { after }) {
    const rows = await listOfferingRows(work, parsePageKey(after)?.[0] ?? null, offeringPage + 1)
    const items = rows
      .slice(0, offeringPage)
      .map(({ id, nameZh, nameEn, durationMinutes }) => ({ id, name: { zh: nameZh, en: nameEn }, durationMinutes }))
    return ok({ items, next: rows.length > offeringPage ? pageKey(items.at(-1)?.id ?? '') : null })
  },
})

/** Narrowing of a search; expert and site are optional. */
const narrowing = { offeringId: idOf('offering'), siteId: T.Optional(idOf('site')), expertId: T.Optional(idOf('resource')) }
type Narrowing = { siteId?: Id<'site'> | undefined; expertId?: Id<'resource'> | undefined }

async function optionsBetween(work: Work, offering: Offering, from: PlainDate, until: PlainDate, { siteId, expertId }: Narrowing) {
  const resources = await findResourcesFor(work, offering, from)
  const wanted = resources.filter(({ id, role }) => role !== 'expert' || expertId === undefined || id === expertId)
  const days = await findDayFacts(work, wanted, from, until)
  const optionsOf = (day: Day) => findOptions(offering, day, work.now).filter((option) => siteId === undefined || option.siteId === siteId)
  return new Map([...days].map(([date, day]) => [date, { day, options: optionsOf(day) }]))
}

/** How many complete options each of the next days has: left, full or closed. */
export const findDays = defineQuery({
  name: 'booking.find-days',
  zh: '可约的日子',
  en: 'Days with free places',
  permission: 'booking.offering.find',
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
    const days = await optionsBetween(work, offering, from, plusDays(from, dayCount - 1), narrowed)
    const items = [...days].map(([date, { day, options }]) => ({
      date,
      left: options.length,
      state: options.length > 0 ? ('left' as const) : isOpen(offering, day, narrowed) ? ('full' as const) : ('closed' as const),
    }))
    const experts = (await findResourcesFor(work, offering, from))
      .filter(({ role }) => role === 'expert')
      .map(({ id, name }) => ({ id, name }))
    const sites = (await findSites(work)).map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } }))
    return ok({ items, firstFree: items.find(({ left }) => left > 0)?.date ?? null, experts, sites })
  },
})

const isOpen = (offering: Offering, { resources, days }: Day, { siteId }: Narrowing): boolean =>
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
    const found = (await optionsBetween(work, offering, date, date, narrowed)).get(date)
    const key = parsePageKey(after)?.[0] ?? ''
    const options = (found?.options ?? []).filter((option) => optionKey(option) > key)
    const shown = options.slice(0, pageSize)
    const last = shown.at(-1)
    return ok({
      items: await viewsOf(work, shown),
      lanes: found ? lanesOf(found.day, shown) : [],
      next: options.length > pageSize && last ? pageKey(optionKey(last)) : null,
    })
  },
})

async function viewsOf(work: Work, options: readonly Option[]) {
  const sites = new Map((await findSites(work)).map((site) => [site.id, site]))
  const owners = await nameInstitutions(work, [...new Set(options.flatMap(({ resources }) => resources.map(({ ownerId }) => ownerId)))])
  return options.map(({ siteId, from, until, priceFen, resources }) => {
    const site = sites.get(siteId)
    return {
      siteId,
      site: { zh: site?.nameZh ?? '', en: site?.nameEn ?? '' },
      zone: site?.zone ?? defaultZone,
      startsAt: from,
      endsAt: until,
      priceFen,
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
