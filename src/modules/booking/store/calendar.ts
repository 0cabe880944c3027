import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { instantAt, type PlainDate, plus, plusDays, type Span, spansOverlap, weekdayOf } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ResourceRole, Title } from '../../network/index.ts'
import type { Offering } from '../domain/offering.ts'
import type { DayOf, Located, Resource } from '../domain/resource.ts'

type OfferingRow = Pick<Offering, 'id' | 'ownerId' | 'networkId' | 'code' | 'durationMinutes' | 'setupMinutes' | 'needs' | 'prices'> & {
  readonly nameZh: string
  readonly nameEn: string
  readonly preparationZh: string | null
  readonly preparationEn: string | null
}

/** An offering that is offered on a day, with its needs and the prices in force; the newest row of a site and title goes before older ones. */
export async function findOffering(work: Work, id: Id<'offering'>, date: PlainDate): Promise<Offering | undefined> {
  const {
    rows: [row],
  } = await sql<OfferingRow>`
    select o.id, o.owner_id, o.network_id, o.code, o.name_zh, o.name_en, o.duration_minutes, o.setup_minutes, o.preparation_zh, o.preparation_en,
      (select jsonb_agg(jsonb_build_object('role', n.role, 'kind', n.kind) order by n.role <> 'expert', n.role desc) from booking.offering_need n where n.offering_id = o.id) as needs,
      (select coalesce(jsonb_agg(jsonb_build_object('siteId', p.site_id, 'title', p.title, 'category', p.category, 'amountFen', p.amount_fen) order by p.title, p.category), '[]')
        from booking.offering_price p where p.offering_id = o.id and p.valid_from = (
          select max(q.valid_from) from booking.offering_price q where q.offering_id = o.id and q.title = p.title
            and q.site_id is not distinct from p.site_id and q.valid_from <= ${date}::date)) as prices
    from booking.offering o where o.id = ${id} and (o.valid_until is null or o.valid_until >= ${date}::date)`.execute(work.db)
  if (!row) return undefined
  const { nameZh, nameEn, preparationZh, preparationEn, ...offering } = row
  const preparation = preparationZh === null ? null : { zh: preparationZh, en: preparationEn ?? preparationZh }
  return { ...offering, name: { zh: nameZh, en: nameEn }, preparation }
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
}

async function findResources(work: Work, where: ReturnType<typeof sql>): Promise<Resource[]> {
  const { rows } = await sql<ResourceRow>`
    select r.id, r.role, r.kind, r.owner_id, r.site_id, r.title, r.name_zh, r.name_en
    from network.published_resource r where ${where} order by r.name_zh, r.id`.execute(work.db)
  return rows.map(({ nameZh, nameEn, ...resource }) => ({ ...resource, name: { zh: nameZh, en: nameEn } }))
}

/** The named resources. */
export const findResourcesById = (work: Work, ids: readonly Id<'resource'>[]): Promise<Resource[]> =>
  findResources(work, sql`r.id = any (${ids}::uuid[])`)

/** All resources of the kinds that an offering needs. */
export function findResourcesFor(work: Work, { needs }: Offering): Promise<Resource[]> {
  const wanted = needs.map(({ role, kind }) => `${role}:${kind}`)
  return findResources(work, sql`r.role || ':' || r.kind = any (${wanted}::text[])`)
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
): Promise<(OfResource<Located> & { readonly date: PlainDate })[]> {
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

/** What is taken of resources in a span, and where: by whom stays unknown. A hold whose time is over takes nothing. */
async function findBusy(work: Work, resourceIds: readonly Id<'resource'>[], { from, until }: Span): Promise<OfResource<Located>[]> {
  const { rows } = await sql<OfResource<Located>>`
    select resource_id, site_id, starts_at as "from", ends_at as "until" from booking.hold
    where active and resource_id = any (${resourceIds}::uuid[]) and starts_at < ${until} and ends_at > ${from}
      and (held_until is null or held_until > ${work.now}) order by starts_at`.execute(work.db)
  return rows
}

async function findLeave(work: Work, resourceIds: readonly Id<'resource'>[], { from, until }: Span): Promise<OfResource<Span>[]> {
  const { rows } = await sql<OfResource<Span>>`
    select resource_id, starts_at as "from", ends_at as "until" from booking.leave
    where active and resource_id = any (${resourceIds}::uuid[]) and starts_at < ${until} and ends_at > ${from} order by starts_at`.execute(
    work.db,
  )
  return rows
}

type OfResource<Found> = Found & { readonly resourceId: Id<'resource'> }

/** Hours around a day that can matter to it: the way from another site, the preparation of a room. */
const marginHours = 6

/** What each resource has on each day between two (both included): date -> resource -> its day. */
export async function findDays(
  work: Work,
  resourceIds: readonly Id<'resource'>[],
  from: PlainDate,
  until: PlainDate,
): Promise<Map<PlainDate, ReadonlyMap<string, DayOf>>> {
  const openings = await findOpenings(work, resourceIds, from, until)
  const days = new Map<PlainDate, Map<string, DayOf>>(datesBetween(from, until).map((date) => [date, new Map()]))
  if (openings.length === 0) return days
  const all = around(openings)
  const busy = byResource(await findBusy(work, resourceIds, all))
  const leave = byResource(await findLeave(work, resourceIds, all))
  for (const date of days.keys()) {
    for (const [id, own] of byResource(openings.filter((opening) => opening.date === date))) {
      const near = around(own)
      const nearby = <One extends Span>(list: readonly One[] = []) => list.filter((span) => spansOverlap(span, near))
      days.get(date)?.set(id, { openings: own, busy: nearby(busy.get(id)), leave: nearby(leave.get(id)) })
    }
  }
  return days
}

/** From the first beginning to the last end, with the margin. */
const around = (spans: readonly Span[]): Span => {
  const [first] = spans.map(({ from }) => from).toSorted()
  const last = spans
    .map(({ until }) => until)
    .toSorted()
    .at(-1)
  return { from: plus(present(first, 'a span'), { hours: -marginHours }), until: plus(present(last, 'a span'), { hours: marginHours }) }
}

function byResource<Found extends { readonly resourceId: string }>(list: readonly Found[]): Map<string, Found[]> {
  const map = new Map<string, Found[]>()
  for (const found of list) {
    const own = map.get(found.resourceId)
    if (own) own.push(found)
    else map.set(found.resourceId, [found])
  }
  return map
}

export async function nameInstitutions(work: Work, ids: readonly string[]): Promise<Map<string, { zh: string; en: string }>> {
  const { rows } = await sql<{
    id: string
    zh: string
    en: string
  }>`select id, name_zh as zh, name_en as en from network.published_institution where id = any (${ids}::uuid[])`.execute(work.db)
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]))
}

/** Whether an institution has a room or device of its own at a site. */
export async function ownsAt(work: Work, siteId: Id<'site'>, ownerId: Id<'institution'>): Promise<boolean> {
  const { rows } = await sql`select from network.published_resource where site_id = ${siteId} and owner_id = ${ownerId} limit 1`.execute(
    work.db,
  )
  return rows.length > 0
}
