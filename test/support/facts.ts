import type { Fact, FactKind } from '../../src/modules/people/index.ts'
import { recordFacts } from '../../src/modules/people/index.ts'
import type { Work } from '../../src/platform/operation/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { everything, transact } from '../../src/platform/transaction/index.ts'

let made = 0

/** A fact of a person at an institution; what a test is about is given in `more`. */
export function factOf(
  { personId, institutionId }: Pick<Fact, 'personId' | 'institutionId'>,
  kind: FactKind,
  zh: string,
  more: Partial<Fact> = {},
): Fact {
  made += 1
  return {
    personId,
    institutionId,
    kind,
    status: 'active',
    code: null,
    name: { zh, en: null },
    value: null,
    unit: null,
    low: null,
    high: null,
    flag: null,
    note: null,
    happenedAt: '2026-11-01T08:00:00.000Z' as Fact['happenedAt'],
    endedAt: null,
    source: 'test',
    sourceId: `${made}`,
    ...more,
  }
}

/** Writes facts as a command of another room does, over the network. */
export function recordAll(runtime: Runtime, facts: readonly Fact[]): Promise<number> {
  const now = runtime.clock.now()
  return transact(runtime.database, everything, async (db) => {
    const work: Work = {
      db,
      now,
      actor: systemActor,
      requestId: 'test',
      operation: 'test',
      newId: () => runtime.newId(now),
      publish: async () => undefined,
    }
    return { commit: true, value: await recordFacts(work, facts) }
  })
}
