import type { Sender } from '../operation/index.ts'
import { perform, systemActor } from '../operation/perform.ts'
import type { Runtime } from '../operation/runtime.ts'
import { everything, transact } from '../transaction/index.ts'

/** Brings the next letter of a sender to its outside system and notes how it went; false: nothing waits. No transaction is open meanwhile. */
export async function sendNext(runtime: Runtime, { name, take, bring, noted }: Sender): Promise<boolean> {
  const { database, clock } = runtime
  const letter = await transact(database, everything, async (db) => ({ commit: true, value: await take(db, clock.now()) }))
  if (!letter) return false
  await perform(runtime, noted, systemActor, await bring(letter), { requestId: name })
  return true
}
