import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import { writeAudit } from '../audit/index.ts'
import type { Database } from '../database/index.ts'
import { publishFact } from '../outbox/publish.ts'
import { type PlatformRefusal, refuse } from '../refusals.ts'
import { type Lastly, type Standing, transact, type Visibility } from '../transaction/index.ts'
import { claimKey, keepAnswer } from './idempotency.ts'
import type { Actor, Command, Operation, Query, Work } from './index.ts'
import type { Runtime } from './runtime.ts'

export type PerformOptions = {
  readonly requestId: string
  /** Same key, same input: the first answer again. */
  readonly key?: string
  /** The same path, rolled back at the end. */
  readonly dryRun?: boolean
  /** Work of the runner in the same transaction: a background event takes its row before and marks it after. */
  readonly before?: (db: Database) => Promise<boolean>
  readonly after?: (db: Database, answer: unknown) => Promise<void>
}
export type Performed<Value, Code extends string> = { readonly result: Result<Value, Code | PlatformRefusal>; readonly replayed: boolean }

/** Account of background work. */
export const systemAccountId = '00000000-0000-7000-8000-000000000000' as Id<'account'>
export const systemActor: Actor = {
  accountId: systemAccountId,
  kind: 'system',
  institutionId: null,
  personId: null,
  roles: ['system'],
  permissions: new Set(),
}

/** Who is not signed in; an idempotency key of a visitor is one of all visitors. */
export const visitorActor: Actor = {
  ...systemActor,
  accountId: '00000000-0000-7000-9000-000000000000' as Id<'account'>,
  kind: 'visitor',
  roles: [],
}

export const visibilityOf = (actor: Actor, operation: Operation): Visibility => ({
  institutions: actor.institutionId ? [actor.institutionId] : [],
  person: actor.personId,
  scope: operation.network === undefined ? 'institution' : 'network',
})

export const mayUse = (actor: Actor, { permission }: Pick<Operation, 'permission'>): boolean =>
  permission === null || actor.kind === 'system' || actor.permissions.has(permission)

function hashOf(input: object, secrets: readonly string[]): Buffer {
  const open = Object.entries(input).filter(([name]) => !secrets.includes(name))
  return createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(open)))
    .digest()
}

function workOf(
  runtime: Runtime,
  operation: Operation,
  actor: Actor,
  now: Instant,
  db: Database,
  requestId: string,
  published: string[],
  lastly: Lastly = (statements) => statements(),
): Work {
  return {
    db,
    actor,
    now,
    requestId,
    operation: operation.name,
    newId: () => runtime.newId(now),
    lastly,
    publish: async (fact) => {
      published.push(fact.subject)
      await publishFact(db, fact, runtime.subscribersOf(fact.event), now, requestId)
    },
  }
}

type Ended<Value, Code extends string> = Performed<Value, Code> & { readonly skipped?: true }

/** Runs one command for one actor: permission, replay, isolation, the change, its audit and its events in one transaction. */
export async function perform<Input extends TSchema, Output extends TSchema, Code extends string>(
  runtime: Runtime,
  command: Command<Input, Output, Code>,
  actor: Actor,
  input: Static<Input>,
  options: PerformOptions,
): Promise<Performed<Static<Output>, Code>> {
  type Answer = Ended<Static<Output>, Code>
  const { key, requestId, dryRun = false } = options
  const now = runtime.clock.now()
  const inputHash = hashOf(input as object, command.secrets ?? [])
  const trace = { command: command.name, actor, inputHash, requestId, now, ...(key ? { key } : {}) }
  if (!mayUse(actor, command))
    return refused<Code>(runtime, trace, refuse('platform.not-permitted', { permission: command.permission ?? '' }).refusal)

  const ended = await transact<Answer>(runtime.database, visibilityOf(actor, command), async (db) => {
    if (options.before && !(await options.before(db)))
      return { commit: false, value: { result: refuse('platform.not-found'), replayed: false, skipped: true } }
    const earlier = key ? await claimKey(db, trace, key) : null
    if (earlier) return { commit: false, value: { result: earlier as Answer['result'], replayed: true } }
    const published: string[] = []
    const result = await command.run(workOf(runtime, command as unknown as Operation, actor, now, db, requestId, published), input)
    if (!result.ok) return { commit: false, value: { result, replayed: false } }
    await writeAudit(db, { ...trace, outcome: 'done', subject: published[0] ?? null })
    if (key) await keepAnswer(db, trace, key, command.answersOnce ? refuse('platform.answered-once') : result)
    await options.after?.(db, result.value)
    return { commit: !dryRun, value: { result, replayed: false } }
  })
  if (ended.skipped || ended.replayed || ended.result.ok || dryRun) return ended
  return refused(runtime, trace, ended.result.refusal)
}

type Trace = { command: string; actor: Actor; inputHash: Buffer; requestId: string; now: Instant; key?: string }

/** A refusal has rolled its transaction back; its audit row and its answer are written in one of their own. */
async function refused<Code extends string>(
  runtime: Runtime,
  trace: Trace,
  refusal: Refusal<Code | PlatformRefusal>,
): Promise<Performed<never, Code>> {
  const result = { ok: false, refusal } as const
  await transact(runtime.database, { institutions: [], person: null, scope: 'institution' }, async (db) => {
    await writeAudit(db, { ...trace, outcome: refusal.code, subject: null })
    if (trace.key && (await claimKey(db, trace, trace.key)) === null) await keepAnswer(db, trace, trace.key, result)
    return { commit: true, value: null }
  })
  return { result, replayed: false }
}

/** Runs one query for one actor in one transaction with its isolation; with `standing` only if its session still stands as it was read. */
export async function ask<Input extends TSchema, Output extends TSchema, Code extends string>(
  runtime: Runtime,
  query: Query<Input, Output, Code>,
  actor: Actor,
  input: Static<Input>,
  requestId: string,
  standing?: Omit<Standing, 'at'>,
): Promise<Result<Static<Output>, Code | PlatformRefusal>> {
  if (!mayUse(actor, query)) return refuse('platform.not-permitted', { permission: query.permission ?? '' })
  const operation = query as unknown as Operation
  const now = runtime.clock.now()
  const visibility = { ...visibilityOf(actor, operation), ...(standing ? { standing: { ...standing, at: now } } : {}) }
  return transact(runtime.database, visibility, async (db, lastly) => ({
    commit: true,
    value: await query.run(workOf(runtime, operation, actor, now, db, requestId, [], lastly), input),
  }))
}
