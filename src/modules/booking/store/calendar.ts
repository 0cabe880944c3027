import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { type Instant, instantAt, type PlainDate, plusDays, type Span, spansOverlap, weekdayOf } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ResourceRole, Title } from '../../network/index.ts'
import type { Day } from '../domain/availability.ts'
import type { DayOf, Offering, Resource } from '../domain/resource.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

/** An offering with its needs and the prices in force on a day. */
export async function findOffering(work: Work, id: Id<'offering'>, date: PlainDate): Promise<Offering | undefined> {
  const {
    rows: [row],
  } = await sql<{
    id: Id<'offering'>
    ownerId: Id<'institution'>
    networkId: Id<'network'>
    nameZh: string
    nameEn: string
    durationMinutes: number
    needs: { role: ResourceRole; kind: string }[]
    prices: { title: string; fen: number }[]
  }>`
    select o.id, o.owner_id, o.network_id, o.name_zh, o.name_en, o.duration_minutes,
      (select jsonb_agg(jsonb_build_object('role', n.role, 'kind', n.kind) order by n.role <> 'expert', n.role desc) from booking.offering_need n where n.offering_id = o.id) as needs,
      (select coalesce(jsonb_agg(jsonb_build_object('title', p.title, 'fen', p.amount_fen)), '[]') from (
        select distinct on (title) title, amount_fen from booking.offering_price where offering_id = o.id and valid_from <= ${date}::date order by title, valid_from desc) p) as prices
    from booking.offering o where o.id = ${id}`.execute(work.db)
  if (!row) return undefined
  const { nameZh, nameEn, prices, ...offering } = row
  return { ...offering, name: { zh: nameZh, en: nameEn }, prices: new Map(prices.map(({ title, fen }) => [title, fen])) }
}

type ResourceRow = {
  id: Id<'resource'>
  role: ResourceRole
  kind: string
  ownerId: Id<'institution'>
  siteId: Id<'site'> | null
  title: Title | null
  nameZh: string
  nameEn: string
  places: string[]
}

async function findResources(work: Work, date: PlainDate, where: ReturnType<typeof sql>): Promise<Resource[]> {
  const { rows } = await sql<ResourceRow>`
    select r.id, r.role, r.kind, r.owner_id, r.site_id, r.title, r.name_zh, r.name_en,
      coalesce((select array_agg(p.institution_id::text) from network.published_practice_place p
        where p.practitioner_id = r.id and p.valid_from <= ${date}::date and (p.valid_until is null or p.valid_until >= ${date}::date)), '{}') as places
    from network.published_resource r where ${where} order by r.name_zh, r.id`.execute(work.db)
  return rows.map(({ nameZh, nameEn, places, ...resource }) => ({ ...resource, name: { zh: nameZh, en: nameEn }, places: new Set(places) }))
}

/** The named resources as they are on a day. */
export const findResourcesById = (work: Work, ids: readonly Id<'resource'>[], date: PlainDate): Promise<Resource[]> =>
  findResources(work, date, sql`r.id = any (${ids}::uuid[])`)

/** All resources that an offering can use. */
export function findResourcesFor(work: Work, { needs }: Offering, date: PlainDate): Promise<Resource[]> {
  const wanted = needs.map(({ role, kind }) => `${role}:${kind}`)
  return findResources(work, date, sql`r.role || ':' || r.kind = any (${wanted}::text[])`)
}

export type Zoned = {
  readonly id: Id<'site'>
  readonly zone: string
  readonly institutionId: Id<'institution'>
  readonly nameZh: string
  readonly nameEn: string
}

export async function findSites(work: Work): Promise<Zoned[]> {
  const { rows } = await sql<Zoned>`select id, zone, institution_id, name_zh, name_en from network.published_site order by id`.execute(
    work.db,
  )
  return rows
}

/** Openings of resources between two days (both included), as spans in time, keyed by resource. */
async function findOpenings(
  work: Work,
  resourceIds: readonly Id<'resource'>[],
  from: PlainDate,
  until: PlainDate,
): Promise<(Span & { resourceId: Id<'resource'>; siteId: Id<'site'>; date: PlainDate })[]> {
  const { rows } = await sql<{
    resourceId: Id<'resource'>
    siteId: Id<'site'>
    zone: string
    weekday: number
    opens: string
    closes: string
    validFrom: PlainDate
    validUntil: PlainDate | null
  }>`
    select o.resource_id, o.site_id, s.zone, o.weekday, o.opens::text as opens, o.closes::text as closes, o.valid_from, o.valid_until
    from booking.opening o join network.published_site s on s.id = o.site_id
    where o.resource_id = any (${resourceIds}::uuid[]) and o.valid_from <= ${until}::date and (o.valid_until is null or o.valid_until >= ${from}::date)`.execute(
    work.db,
  )
  return datesBetween(from, until).flatMap((date) =>
    rows
      .filter(
        ({ weekday, validFrom, validUntil }) =>
          weekday === weekdayOf(date) && validFrom <= date && (validUntil === null || validUntil >= date),
      )
      .map(({ resourceId, siteId, zone, opens, closes }) => ({
        resourceId,
        siteId,
        date,
        from: instantAt(zone, date, opens),
        until: instantAt(zone, date, closes),
      })),
  )
}

const datesBetween = (from: PlainDate, until: PlainDate): PlainDate[] =>
  from > until ? [] : [from, ...datesBetween(plusDays(from, 1), until)]

/** What is taken of resources in a span: by whom stays unknown. A hold whose time is over takes nothing. */
async function findBusy(
  work: Work,
  resourceIds: readonly Id<'resource'>[],
  from: Instant,
  until: Instant,
): Promise<(Span & { resourceId: Id<'resource'> })[]> {
  const { rows } = await sql<Span & { resourceId: Id<'resource'> }>`
    select resource_id, starts_at as "from", ends_at as "until" from booking.hold
    where active and resource_id = any (${resourceIds}::uuid[]) and starts_at < ${until} and ends_at > ${from}
      and (held_until is null or held_until > ${work.now}) order by starts_at`.execute(work.db)
  return rows
}

/** The days of an offering's resources, one `Day` per date with everything in it. */
export async function findDays(
  work: Work,
  resources: readonly Resource[],
  from: PlainDate,
  until: PlainDate,
): Promise<Map<PlainDate, Day>> {
  const ids = resources.map(({ id }) => id)
  const openings = await findOpenings(work, ids, from, until)
  const first = openings.reduce<Instant | null>((least, { from: at }) => (least === null || at < least ? at : least), null)
  const last = openings.reduce<Instant | null>((most, { until: at }) => (most === null || at > most ? at : most), null)
  const busy = first && last ? await findBusy(work, ids, first, last) : []
  const days = datesBetween(from, until).map((date) => {
    const today = openings.filter((opening) => opening.date === date)
    const dayOf = (id: string): DayOf => {
      const own = today.filter(({ resourceId }) => resourceId === id)
      return { openings: own, busy: busy.filter((taken) => taken.resourceId === id && own.some((opening) => spansOverlap(opening, taken))) }
    }
    return [
      date,
      { resources, days: new Map([...new Set(today.map(({ resourceId }) => resourceId))].map((id) => [id, dayOf(id)])) },
    ] as const
  })
  return new Map<PlainDate, Day>(days)
}

export async function insertCalendar(work: Work, resourceId: Id<'resource'>, ownerId: Id<'institution'>): Promise<void> {
  await tables(work)
    .insertInto('booking.calendar')
    .values({ resourceId, ownerId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type NewOpening = {
  readonly siteId: Id<'site'>
  readonly weekday: number
  readonly opens: string
  readonly closes: string
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}

export async function insertOpenings(work: Work, resourceId: Id<'resource'>, openings: readonly NewOpening[]): Promise<void> {
  await tables(work)
    .insertInto('booking.opening')
    .values(openings.map((opening) => ({ id: work.newId<'opening'>(), resourceId, ...opening })))
    .execute()
}

export async function insertOffering(
  work: Work,
  { id, networkId, ownerId, name, durationMinutes, needs }: Offering,
  code: string,
  prices: readonly { title: string; amountFen: number }[],
  validFrom: PlainDate,
): Promise<void> {
  await tables(work)
    .insertInto('booking.offering')
    .values({ id, networkId, ownerId, code, nameZh: name.zh, nameEn: name.en, durationMinutes })
    .execute()
  await tables(work)
    .insertInto('booking.offeringNeed')
    .values(needs.map((need) => ({ offeringId: id, ...need })))
    .execute()
  await tables(work)
    .insertInto('booking.offeringPrice')
    .values(prices.map((price) => ({ offeringId: id, validFrom, ...price })))
    .execute()
}

export function listOfferingRows(work: Work, after: string | null, limit: number) {
  return tables(work)
    .selectFrom('booking.offering')
    .select(['id', 'ownerId', 'nameZh', 'nameEn', 'durationMinutes'])
    .$if(after !== null, (query) => query.where('id', '>', after as Id<'offering'>))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function nameInstitutions(work: Work, ids: readonly Id<'institution'>[]): Promise<Map<string, { zh: string; en: string }>> {
  const { rows } = await sql<{
    id: string
    zh: string
    en: string
  }>`select id, name_zh as zh, name_en as en from network.published_institution where id = any (${ids}::uuid[])`.execute(work.db)
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}
