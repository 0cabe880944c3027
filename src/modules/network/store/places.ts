import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Specialty } from '../domain/specialty.ts'

export type Place = {
  readonly institution: { readonly zh: string; readonly en: string }
  readonly site: { readonly zh: string; readonly en: string } | null
  readonly address: { readonly zh: string; readonly en: string } | null
}
type Row = {
  nameZh: string
  nameEn: string
  siteZh: string | null
  siteEn: string | null
  addressZh: string | null
  addressEn: string | null
}

const named = (zh: string | null, en: string | null) => (zh === null ? null : { zh, en: en ?? zh })

/**
 * Where members of the networks of an institution (null: of all) may treat a specialty on a day, each with its nearest site, the nearest
 * first: by the way from a site of that institution, without one from a site of the network's operator; unknown ways come last.
 */
export async function findPlacesFor(
  work: Work,
  specialty: Specialty,
  from: Id<'institution'> | null,
  date: PlainDate,
  limit: number,
): Promise<Place[]> {
  const { rows } = await sql<Row>`
    with here as (
      select distinct n.id as network_id, coalesce(${from}::uuid, n.operator_id) as institution_id
      from network.network n join network.membership m on m.network_id = n.id
      where (${from}::uuid is null or m.party_id = ${from}::uuid) and daterange(m.valid_from, m.valid_until, '[]') @> ${date}::date
    )
    select * from (select distinct on (i.id) i.name_zh, i.name_en, s.name_zh as site_zh, s.name_en as site_en, s.address_zh, s.address_en,
      min(case when origin.id = s.id then 0 else t.minutes end) as minutes
    from here
    join network.membership m on m.network_id = here.network_id and daterange(m.valid_from, m.valid_until, '[]') @> ${date}::date
    join network.institution i on i.id = m.party_id
    join network.licence l on l.party_id = i.id and ${specialty} = any (l.scope) and daterange(l.valid_from, l.valid_until, '[]') @> ${date}::date
    left join network.site s on s.institution_id = i.id
    left join network.site origin on origin.institution_id = here.institution_id
    left join network.travel_time t on t.site_a = least(origin.id, s.id) and t.site_b = greatest(origin.id, s.id)
    group by i.id, s.id
    order by i.id, minutes nulls last, s.id) nearest
    order by minutes nulls last, name_zh limit ${limit}`.execute(work.db)
  return rows.map(({ nameZh, nameEn, siteZh, siteEn, addressZh, addressEn }) => ({
    institution: { zh: nameZh, en: nameEn },
    site: named(siteZh, siteEn),
    address: named(addressZh, addressEn),
  }))
}
