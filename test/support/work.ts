import type { Work } from '../../src/platform/operation/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { everything, transact } from '../../src/platform/transaction/index.ts'

/** One committed transaction of network scope, for what other rooms call inside a command. */
export const overNetwork = <Value>(runtime: Runtime, run: (work: Work) => Promise<Value>): Promise<Value> =>
  transact(runtime.database, everything, async (db) => {
    const now = runtime.clock.now()
    const value = await run({
      db,
      actor: systemActor,
      now,
      requestId: 'test',
      operation: 'test',
      newId: () => runtime.newId(now),
      publish: () => Promise.resolve(),
      lastly: (statements) => statements(),
    })
    return { commit: true, value }
  })
