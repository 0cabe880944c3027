import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { column, type Seek, type Sought, seeking, spanning } from '../../../platform/seek/index.ts'
import type { ResourceRole } from '../../network/index.ts'
import type { EndReason, KeptStatus } from '../domain/visit.ts'

/** What a visit was from a moment on. */
export type Passed = { readonly version: number; readonly status: KeptStatus; readonly at: Instant }

/** A visit as an outside system reads it. */
export type OutsideVisit = {
  readonly id: Id<'visit'>
  readonly personId: Id<'person'>
  readonly status: KeptStatus
  readonly version: number
  readonly passed: readonly Passed[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly madeAt: Instant
  readonly endedBecause: EndReason | null
  readonly siteId: Id<'site'>
  readonly site: Name
  readonly hostId: Id<'institution'>
  readonly host: Name
  readonly offeringCode: string
  readonly offering: Name
  readonly resources: readonly { readonly id: string; readonly role: ResourceRole; readonly kind: string; readonly name: Name }[]
  /** Once she has come. */
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly sortedBy: Instant
}

type Sight = { readonly own: string | null; readonly others: string | null }
type Opened = { readonly personId: string; readonly sight: Sight } | null

const name = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`
const serves = (condition: object) => {
  const ids = 'among' in condition ? (condition.among as string[]) : []
  return sql`exists (select from booking.hold h where h.visit_id = v.id and h.resource_id = any (${ids}::uuid[]))`
}
const visits: Sought = {
  id: 'v.id',
  sortedBy: { column: 'v.starts_at', type: 'timestamptz' },
  fields: {
    status: column('v.status', 'text'),
    date: spanning('v.starts_at', 'v.ends_at', 'timestamptz'),
    startsAt: column('v.starts_at', 'timestamptz'),
    practitioner: serves,
    location: (condition) => sql`(${column('v.site_id', 'uuid')(condition)} or ${serves(condition)})`,
    host: column('v.host_id', 'uuid'),
    offering: column('o.code', 'text'),
    visit: column('v.id', 'uuid'),
  },
}

/** Visits of the opened person as far as they are seen, or those that the acting institution takes part in; only those who came, if asked. */
export async function findOutsideVisits({ db, actor }: Work, opened: Opened, onlyAttended: boolean, seek: Seek): Promise<OutsideVisit[]> {
  const whose = opened
    ? sql`v.person_id = ${opened.personId} and (${opened.sight.others !== null}::boolean or ${opened.sight.own}::uuid = any (v.institution_ids))`
    : sql`${actor.institutionId}::uuid = any (v.institution_ids)`
  const { rows } = await sql<OutsideVisit>`
    select v.id, v.person_id, v.status, v.version, v.passed, v.starts_at, v.ends_at, v.made_at, v.ended_because, v.site_id, ${name('s')} as site,
      v.host_id, ${name('i')} as host, o.code as offering_code, ${name('o')} as offering, a.started_at, a.ended_at, v.starts_at as sorted_by,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'role', r.role, 'kind', r.kind, 'name', ${name('r')}) order by r.role), '[]')
        from booking.hold h join network.published_resource r on r.id = h.resource_id where h.visit_id = v.id) as resources
    from booking.visit v join booking.offering o on o.id = v.offering_id join network.published_site s on s.id = v.site_id
      join network.published_institution i on i.id = v.host_id
      ${onlyAttended ? sql`join` : sql`left join`} booking.attendance a on a.visit_id = v.id
    where ${whose} and ${seeking(seek, visits)}`.execute(db)
  return rows
}
