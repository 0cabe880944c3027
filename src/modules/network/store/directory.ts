import { sql } from 'kysely'
import type { Work } from '../../../platform/operation/index.ts'

export type NamedKind = 'institution' | 'site' | 'resource' | 'practitioner'

/** Names that stand for ids in files. */
export type Directory = {
  /** Institution by its Chinese name, site `机构 / 院区`, room or device `机构 / 院区 / 名称`, practitioner by licence number. */
  nameOf(kind: NamedKind, id: string): string
  idOf(kind: NamedKind, name: string): string | undefined
}

type Row = { kind: NamedKind; id: string; name: string }

/** The whole directory in one read; of a practitioner with several licence numbers the newest is her name, each finds her. */
export async function findDirectory(work: Work): Promise<Directory> {
  const { rows } = await sql<Row>`
    with site as (
      select s.id, i.name_zh || ' / ' || s.name_zh as name from network.site s join network.institution i on i.id = s.institution_id
    ), numbered as (
      select party_id as id, number as name from network.licence where party_id in (select id from network.practitioner)
      order by valid_from
    )
    select 'institution' as kind, id, name_zh as name from network.institution
    union all select 'site', id, name from site
    union all select 'resource', r.id, site.name || ' / ' || r.name_zh from network.room r join site on site.id = r.site_id
    union all select 'resource', d.id, site.name || ' / ' || d.name_zh
        || case when exists (select from network.room r where r.site_id = d.site_id and r.name_zh = d.name_zh) then '（设备）' else '' end
      from network.device d join site on site.id = d.site_id
    union all select * from (select 'resource', id, name from numbered) experts
    union all select * from (select 'practitioner', id, name from numbered) practitioners`.execute(work.db)
  const names = new Map(rows.map(({ kind, id, name }) => [`${kind} ${id}`, name]))
  const ids = new Map(rows.map(({ kind, id, name }) => [`${kind} ${name}`, id]))
  return { nameOf: (kind, id) => names.get(`${kind} ${id}`) ?? id, idOf: (kind, name) => ids.get(`${kind} ${name}`) }
}
