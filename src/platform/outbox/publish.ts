import { sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import type { Fact } from '../operation/index.ts'

/** Channel that wakes workers; it only wakes, they look by themselves as well. */
export const outboxChannel = 'careloom_outbox'

/** Writes a fact and one delivery per lane into the caller's transaction. */
export async function publishFact(
  db: Database,
  { event, subject, payload }: Fact,
  subscribers: readonly string[],
  now: Instant,
  requestId: string,
): Promise<void> {
  await sql`with fact as (
      insert into platform.outbox (event, subject, payload, published_at, request_id)
      values (${event}, ${subject}, ${JSON.stringify(payload)}, ${now}, ${requestId}) returning id),
    lanes as (
      insert into platform.delivery (outbox_id, subscriber, subject, next_at)
      select fact.id, lane, ${subject}::uuid, ${now}::timestamptz from fact, unnest(${subscribers}::text[]) lane)
    select pg_notify(${outboxChannel}, '')`.execute(db)
}
