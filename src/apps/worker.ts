import { sql } from 'kysely'
import pg from 'pg'
import { type Instant, plus } from '../kernel/time.ts'
import { sealJournal } from '../modules/ledger/index.ts'
import { auditChain } from '../platform/audit/index.ts'
import type { Database } from '../platform/database/index.ts'
import { findDue, markDueFault, takeDue } from '../platform/due/index.ts'
import { describeFault } from '../platform/log/index.ts'
import { forgetAnswers } from '../platform/operation/idempotency.ts'
import { perform, systemActor } from '../platform/operation/perform.ts'
import type { Runtime } from '../platform/operation/runtime.ts'
import { deliverNext, findWaitingLanes, outboxChannel, sendNext } from '../platform/outbox/index.ts'
import { sealBlock } from '../platform/seal/index.ts'
import { forgetSessions } from '../platform/session/index.ts'
import { everything, transact } from '../platform/transaction/index.ts'

export type Worker = { stop(): Promise<void> }

const pollMilliseconds = 500
const sealMilliseconds = 2000
const tidyMilliseconds = 3_600_000
const dueBatch = 50

/** Starts the background work of one process: a lane per subscriber, the senders, the timers, the sealer, the tidying. */
export function startWorker(runtime: Runtime, serverUrl: string): Worker {
  const reactions = runtime.modules.flatMap((module) => module.reactions)
  const senders = runtime.modules.flatMap((module) => module.senders ?? [])
  const bell = createBell(serverUrl)
  const loops = [
    ...reactions.map((reaction) => loop(runtime, pollMilliseconds, bell, () => deliverNext(runtime, reaction))),
    ...senders.map((sender) => loop(runtime, pollMilliseconds, bell, () => sendNext(runtime, sender))),
    loop(runtime, pollMilliseconds, bell, () => runDue(runtime)),
    loop(runtime, sealMilliseconds, null, () => seal(runtime).then(() => false)),
    loop(runtime, tidyMilliseconds, null, () => tidy(runtime).then(() => false)),
  ]
  return {
    stop: async () => {
      await Promise.all(loops.map((running) => running.stop()))
      await bell.close()
    },
  }
}

/** The next block of the audit trail and of the journal, each in a transaction of its own. */
async function seal({ database, clock }: Runtime): Promise<void> {
  for (const sealNext of [sealAudit, sealJournal])
    await transact(database, everything, async (db) => ({ commit: true, value: await sealNext(db, clock.now()) }))
}

const sealAudit = (db: Database, now: Instant) => sealBlock(db, auditChain, now)

/** Forgets what has expired: answers after seven days, sessions, delivered facts after thirty days. */
async function tidy({ database, clock }: Runtime): Promise<void> {
  const now = clock.now()
  await transact(database, everything, async (db) => {
    await forgetAnswers(db, now)
    await forgetSessions(db, now)
    await sql`delete from platform.outbox o where o.published_at < ${plus(now, { days: -30 })}
      and not exists (select from platform.delivery d where d.outbox_id = o.id and d.state in ('open', 'parked'))`.execute(db)
    return { commit: true, value: null }
  })
}

/** Runs the timers whose time has come; true: there may be more. */
export async function runDue(runtime: Runtime): Promise<boolean> {
  const { database, clock, log, modules } = runtime
  const timers = new Map(modules.flatMap((module) => module.timers).map((timer) => [timer.kind, timer]))
  const rows = await transact(database, everything, async (db) => ({ commit: true, value: await findDue(db, clock.now(), dueBatch) }))
  for (const { id, kind, subject } of rows) {
    const timer = timers.get(kind)
    try {
      if (!timer) throw new Error(`no timer of the kind ${kind}`)
      const { result } = await perform(runtime, timer.command, systemActor, timer.inputOf(subject), {
        requestId: id,
        before: (db) => takeDue(db, id),
      })
      if (!result.ok && result.refusal.code !== 'platform.not-found') throw new Error(result.refusal.code)
    } catch (error) {
      log.error({ kind, fault: describeFault(error) }, 'a timer failed')
      await transact(database, everything, async (db) => ({
        commit: true,
        value: await markDueFault(db, id, error instanceof Error ? error.name : 'fault'),
      }))
    }
  }
  return rows.length === dueBatch
}

/** Does all background work whose time has come, in this process: for a demo network whose clock is moved on. */
export async function settle(runtime: Runtime): Promise<void> {
  const reactions = runtime.modules.flatMap((module) => module.reactions)
  for (let more = true; more; ) {
    const { isDue, lanes } = await findWork(runtime)
    if (isDue) await runDue(runtime)
    more = isDue
    for (const reaction of reactions.filter(({ subscriber }) => lanes.has(subscriber)))
      more = (await deliverNext(runtime, reaction)) || more
  }
}

const findWork = ({ database, clock }: Runtime) =>
  transact(database, everything, async (db) => {
    const now = clock.now()
    return { commit: true, value: { isDue: (await findDue(db, now, 1)).length > 0, lanes: await findWaitingLanes(db, now) } }
  })

type Loop = { stop(): Promise<void> }
type Bell = { onRing(listener: () => void): void; close(): Promise<void> }

/** Repeats while there is work, then waits for the bell or the next look. */
function loop({ log }: Runtime, milliseconds: number, bell: Bell | null, turn: () => Promise<boolean>): Loop {
  let stopped = false
  let wake: () => void = () => undefined
  bell?.onRing(() => wake())
  const run = async () => {
    while (!stopped) {
      const more = await turn().catch((error: unknown) => {
        log.error({ fault: describeFault(error) }, 'a background loop failed')
        return false
      })
      if (more || stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const ended = run()
  return {
    stop: async () => {
      stopped = true
      wake()
      await ended
    },
  }
}

/** Listens on the outbox's channel; a lost connection only means that the loops look by themselves. */
function createBell(url: string): Bell {
  const listeners: (() => void)[] = []
  const client = new pg.Client({ connectionString: url })
  client.on('notification', () => {
    for (const ring of listeners) ring()
  })
  client.on('error', () => undefined)
  const opened = client
    .connect()
    .then(() => client.query(`listen ${outboxChannel}`))
    .catch(() => undefined)
  return {
    onRing: (listener) => void listeners.push(listener),
    close: async () => {
      await opened
      await client.end().catch(() => undefined)
    },
  }
}
