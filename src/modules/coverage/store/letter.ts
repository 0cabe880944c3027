import { sql } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database/index.ts'

/** A message with the address it goes to; without one the payer is not connected. */
export type Letter = {
  readonly id: string
  readonly idempotencyKey: string
  readonly correlationId: string
  readonly resource: unknown
  readonly endpoint: string | null
  readonly token: string | null
}

/** Takes the next message that may go out, for one sender until the lease ends; of one subject the oldest first, and none past a parked one. */
export async function takeLetter(db: Database, now: Instant, leasedUntil: Instant): Promise<Letter | undefined> {
  const { rows } = await sql<Letter>`
    with taken as (
      select m.id from coverage.message m where m.direction = 'out' and m.state = 'waiting' and m.next_at <= ${now}
        and not exists (select from coverage.message e where e.subject_id = m.subject_id and e.direction = 'out'
          and e.state in ('waiting', 'parked') and e.id < m.id)
      order by m.next_at, m.id limit 1 for update skip locked),
    leased as (update coverage.message set next_at = ${leasedUntil} where id in (select id from taken)
      returning id, payer_id, idempotency_key, correlation_id, resource)
    select l.id, l.idempotency_key, l.correlation_id, l.resource, c.endpoint, c.token
    from leased l left join coverage.connection c on c.payer_id = l.payer_id`.execute(db)
  return rows[0]
}
