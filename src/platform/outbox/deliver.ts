import { sql } from 'kysely'
import { Check } from 'typebox/value'
import { assert } from '../../kernel/assert.ts'
import { type Instant, plus } from '../../kernel/time.ts'
import type { Database } from '../database/index.ts'
import { describeFault } from '../log/index.ts'
import type { Reaction } from '../operation/index.ts'
import { perform, systemActor } from '../operation/perform.ts'
import type { Runtime } from '../operation/runtime.ts'
import { everything, transact } from '../transaction/index.ts'

type Candidate = { readonly outboxId: bigint; readonly subject: string; readonly payload: unknown; readonly requestId: string }

const attemptLimit = 8

/** The lanes in which a fact waits whose time has come. */
export async function findWaitingLanes(db: Database, now: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ subscriber: string }>`select distinct subscriber from platform.delivery
    where state = 'open' and next_at <= ${now}`.execute(db)
  return new Set(rows.map(({ subscriber }) => subscriber))
}

/** Delivers the next fact of one lane; false: nothing waits. At least once delivered, effective once: the mark commits with the reaction. */
export async function deliverNext(runtime: Runtime, reaction: Reaction): Promise<boolean> {
  const { database, clock, log } = runtime
  const { subscriber, command } = reaction
  const candidate = await transact(database, everything, async (db) => ({
    commit: true,
    value: await findNext(db, subscriber, clock.now()),
  }))
  if (!candidate) return false
  const { outboxId, subject, payload, requestId } = candidate
  try {
    assert(Check(reaction.reads, payload), `the payload for ${subscriber} is as its reading schema says`)
    const input = reaction.inputOf(payload, subject)
    const take = (db: Database) => takeDelivery(db, outboxId, subscriber)
    const mark = (db: Database) => markDone(db, outboxId, subscriber)
    if (input === null) {
      await transact(database, everything, async (db) => ({ commit: await take(db), value: await mark(db) }))
      return true
    }
    const { result } = await perform(runtime, command, systemActor, input, { requestId, before: take, after: mark })
    if (!result.ok && result.refusal.code !== 'platform.not-found') await keepFault(runtime, outboxId, subscriber, result.refusal.code)
  } catch (error) {
    log.error({ subscriber, outboxId: String(outboxId), fault: describeFault(error) }, 'a reaction failed')
    await keepFault(runtime, outboxId, subscriber, error instanceof Error ? error.name : 'fault')
  }
  return true
}

/** The oldest open delivery of this lane with no earlier one of its subject open or parked. */
async function findNext(db: Database, subscriber: string, now: Instant): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select d.outbox_id, d.subject, o.payload, o.request_id from platform.delivery d join platform.outbox o on o.id = d.outbox_id
    where d.subscriber = ${subscriber} and d.state = 'open' and d.next_at <= ${now}
      and not exists (select from platform.delivery e where e.subscriber = d.subscriber and e.subject = d.subject
        and e.outbox_id < d.outbox_id and e.state in ('open', 'parked'))
    order by d.outbox_id limit 1`.execute(db)
  return rows[0]
}

async function takeDelivery(db: Database, outboxId: bigint, subscriber: string): Promise<boolean> {
  const { rows } =
    await sql`select from platform.delivery where outbox_id = ${outboxId} and subscriber = ${subscriber} and state = 'open' for update skip locked`.execute(
      db,
    )
  return rows.length === 1
}

async function markDone(db: Database, outboxId: bigint, subscriber: string): Promise<void> {
  await sql`update platform.delivery set state = 'done', fault = null where outbox_id = ${outboxId} and subscriber = ${subscriber}`.execute(
    db,
  )
}

/** Waits 1 s, 2 s, 4 s … before the next attempt; after eight the delivery is parked and holds its subject. */
async function keepFault({ database, clock }: Runtime, outboxId: bigint, subscriber: string, fault: string): Promise<void> {
  await transact(database, everything, async (db) => {
    const {
      rows: [row],
    } = await sql<{
      attempts: number
    }>`select attempts from platform.delivery where outbox_id = ${outboxId} and subscriber = ${subscriber} for update`.execute(db)
    const attempts = (row?.attempts ?? 0) + 1
    const state = attempts >= attemptLimit ? 'parked' : 'open'
    const nextAt = plus(clock.now(), { seconds: 2 ** (attempts - 1) })
    await sql`update platform.delivery set attempts = ${attempts}, state = ${state}, fault = ${fault}, next_at = ${nextAt}
      where outbox_id = ${outboxId} and subscriber = ${subscriber}`.execute(db)
    return { commit: true, value: null }
  })
}
