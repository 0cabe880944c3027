import type { Actor, Work } from '../../src/platform/operation/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { publishFact } from '../../src/platform/outbox/publish.ts'
import { everything, transact } from '../../src/platform/transaction/index.ts'

/** Runs the door of a room as a command of another room with a network scope does, and commits. */
export function inWork<Answer>(runtime: Runtime, actor: Actor, run: (work: Work) => Promise<Answer>): Promise<Answer> {
  const now = runtime.clock.now()
  return transact(runtime.database, everything, async (db) => {
    const work: Work = {
      db,
      now,
      actor,
      requestId: 'test',
      operation: 'test',
      newId: () => runtime.newId(now),
      publish: (fact) => publishFact(db, fact, runtime.subscribersOf(fact.event), now, 'test'),
      lastly: (statements) => statements(),
    }
    return { commit: true, value: await run(work) }
  })
}
