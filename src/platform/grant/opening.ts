import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Work } from '../operation/index.ts'
import type { OpeningReason } from './reason.ts'

export type Opening = {
  readonly id: Id<'opening'>
  readonly institutionId: Id<'institution'> | null
  readonly reason: OpeningReason
  readonly statedReason: string | null
  readonly operation: string
  readonly openedAt: Instant
  readonly nameZh: string | null
  readonly nameEn: string | null
}

/** Who saw a person, the newest first, by key; of one institution only, or of all where the person herself asks. */
export async function findOpenings(
  { db }: Work,
  personId: Id<'person'>,
  institutionId: Id<'institution'> | null,
  before: { openedAt: string; id: string } | null,
  limit: number,
): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select o.id, o.institution_id, o.reason, o.stated_reason, o.operation, o.opened_at, a.name_zh, a.name_en
    from platform.person_opening o left join platform.account a on a.id = o.account_id
    where o.person_id = ${personId} and (${institutionId}::uuid is null or o.institution_id = ${institutionId}::uuid)
      and (${before?.openedAt ?? null}::timestamptz is null or (o.opened_at, o.id) < (${before?.openedAt ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by o.opened_at desc, o.id desc limit ${limit}`.execute(db)
  return rows
}
