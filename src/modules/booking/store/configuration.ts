import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Directory } from '../../network/index.ts'
import { type ConfiguredOffering, type ConfiguredRota, kindOf } from '../domain/configured.ts'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Offerings of a network by code, prices of all days. */
export async function listConfiguredOfferings(work: Work, networkId: Id<'network'>, { nameOf }: Directory): Promise<ConfiguredOffering[]> {
  type Price = Omit<ConfiguredOffering['prices'][number], 'site'> & { readonly siteId: string | null }
  type Row = Omit<ConfiguredOffering, 'owner' | 'prices'> & { readonly ownerId: string; readonly prices: Price[] }
  const { rows } = await sql<Row>`
    select o.code, o.owner_id, jsonb_build_object('zh', o.name_zh, 'en', o.name_en) as name, o.duration_minutes, o.setup_minutes,
      case when o.preparation_zh is not null then jsonb_build_object('zh', o.preparation_zh, 'en', o.preparation_en) end as preparation, o.valid_until,
      (select jsonb_agg(jsonb_build_object('role', n.role, 'kind', n.kind) order by n.role, n.kind) from booking.offering_need n where n.offering_id = o.id) as needs,
      (select coalesce(jsonb_agg(jsonb_build_object('validFrom', p.valid_from, 'siteId', p.site_id, 'title', p.title, 'category', p.category, 'amountFen', p.amount_fen)), '[]')
        from booking.offering_price p where p.offering_id = o.id) as prices
    from booking.offering o where o.network_id = ${networkId} order by o.code collate "C"`.execute(work.db)
  return rows.map(({ code, ownerId, name, prices, durationMinutes, setupMinutes, preparation, validUntil, needs }) => ({
    code,
    owner: nameOf('institution', ownerId),
    name,
    durationMinutes,
    setupMinutes,
    preparation,
    validUntil,
    needs,
    prices: prices
      .map(({ validFrom, siteId, title, category, amountFen }) => ({
        validFrom,
        site: siteId && nameOf('site', siteId),
        title,
        category,
        amountFen,
      }))
      .toSorted((a, b) => byText(keyOf(a), keyOf(b))),
  }))
}

const keyOf = (price: ConfiguredOffering['prices'][number]): string =>
  [price.validFrom, price.site ?? '', price.title, price.category].join('|')

/** Rotas of what the members own, at their sites, by resource. */
export async function listConfiguredRotas(
  work: Work,
  members: readonly string[],
  siteIds: readonly Id<'site'>[],
  { nameOf }: Directory,
): Promise<ConfiguredRota[]> {
  type Line = Omit<ConfiguredRota['lines'][number], 'site'> & { readonly siteId: string }
  const { rows } = await sql<{ id: string; role: ConfiguredRota['role']; lines: Line[] }>`
    select r.id, r.role, jsonb_agg(jsonb_build_object('siteId', o.site_id, 'weekday', o.weekday, 'opens', to_char(o.opens, 'HH24:MI'),
      'closes', to_char(o.closes, 'HH24:MI'), 'validFrom', o.valid_from, 'validUntil', o.valid_until) order by o.valid_from, o.weekday, o.opens, o.closes) as lines
    from booking.opening o join network.published_resource r on r.id = o.resource_id
    where o.site_id = any (${siteIds}::uuid[]) and (r.owner_id = any (${members}::uuid[]) or r.id = any (${members}::uuid[]))
    group by r.id, r.role`.execute(work.db)
  return rows
    .map(({ id, role, lines }) => ({
      resource: nameOf(kindOf({ role }), id),
      role,
      lines: lines
        .map(({ siteId, weekday, opens, closes, validFrom, validUntil }) => ({
          site: nameOf('site', siteId),
          weekday,
          opens,
          closes,
          validFrom,
          validUntil,
        }))
        .toSorted((a, b) => byText(lineKeyOf(a), lineKeyOf(b))),
    }))
    .toSorted((a, b) => byText(a.resource, b.resource))
}

const lineKeyOf = ({ validFrom, weekday, opens, site }: ConfiguredRota['lines'][number]): string =>
  [validFrom, weekday, opens, site].join('|')

export async function writeConfiguredOffering(
  work: Work,
  networkId: Id<'network'>,
  { code, owner, name, durationMinutes, setupMinutes, preparation, validUntil, needs, prices }: ConfiguredOffering,
  { idOf }: Directory,
): Promise<void> {
  const id = work.newId<'offering'>()
  await sql`insert into booking.offering (id, network_id, owner_id, code, name_zh, name_en, duration_minutes, setup_minutes, preparation_zh, preparation_en, valid_until)
    values (${id}, ${networkId}, ${present(idOf('institution', owner), 'the owner')}, ${code}, ${name.zh}, ${name.en}, ${durationMinutes}, ${setupMinutes},
      ${preparation?.zh ?? null}, ${preparation?.en ?? null}, ${validUntil})`.execute(work.db)
  for (const { role, kind } of needs) await sql`insert into booking.offering_need values (${id}, ${role}, ${kind})`.execute(work.db)
  for (const { validFrom, site, title, category, amountFen } of prices)
    await sql`insert into booking.offering_price (offering_id, site_id, title, category, amount_fen, valid_from)
      values (${id}, ${site && present(idOf('site', site), 'the site')}, ${title}, ${category}, ${amountFen}, ${validFrom})`.execute(
      work.db,
    )
}

export async function writeConfiguredRota(work: Work, given: ConfiguredRota, { idOf }: Directory): Promise<void> {
  const resourceId = present(idOf(kindOf(given), given.resource), 'the resource')
  await sql`insert into booking.calendar (resource_id, owner_id) select id, owner_id from network.published_resource where id = ${resourceId}
    on conflict (resource_id) do update set version = booking.calendar.version + 1`.execute(work.db)
  for (const { site, weekday, opens, closes, validFrom, validUntil } of given.lines)
    await sql`insert into booking.opening (id, resource_id, site_id, weekday, opens, closes, valid_from, valid_until)
      values (${work.newId<'opening'>()}, ${resourceId}, ${present(idOf('site', site), 'the site')}, ${weekday}, ${opens}, ${closes}, ${validFrom}, ${validUntil})`.execute(
      work.db,
    )
}
