import { V7Generator } from 'uuidv7'
import { assert } from '../../kernel/assert.ts'
import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Clock } from '../clock/index.ts'
import type { Database } from '../database/index.ts'
import type { Log } from '../log/index.ts'
import type { Roles } from '../permission/index.ts'
import type { Module } from './index.ts'

/** What a running process is made of: the same for server, worker, verbs and tests. */
export type Runtime = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly modules: readonly Module[]
  readonly roles: Roles
  /** Lanes that get a fact. */
  subscribersOf(event: string): readonly string[]
  newId<Thing extends string>(now: Instant): Id<Thing>
}

/** 32 random bits; tests inject a seeded source. */
export type Random = () => number

export function createRuntime(parts: {
  database: Database
  clock: Clock
  log: Log
  modules: readonly Module[]
  roles: Roles
  random?: Random
}): Runtime {
  const { random, modules } = parts
  const generator = random ? new V7Generator({ nextUint32: random }) : new V7Generator()
  const subscribers = new Map<string, string[]>()
  const known = new Set(modules.flatMap(({ events }) => events.map(({ name }) => name)))
  for (const { event, subscriber } of modules.flatMap(({ reactions }) => reactions)) {
    assert(known.has(event), `${subscriber} reads ${event}, which some room publishes`)
    subscribers.set(event, [...(subscribers.get(event) ?? []), subscriber])
  }
  return {
    ...parts,
    subscribersOf: (event) => subscribers.get(event) ?? [],
    newId: <Thing extends string>(now: Instant) => generator.generateOrResetCore(Date.parse(now), 10_000).toString() as Id<Thing>,
  }
}
