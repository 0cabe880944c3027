import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import { perform, systemActor } from '../../../platform/operation/perform.ts'
import type { Runtime } from '../../../platform/operation/runtime.ts'
import { everything, transact } from '../../../platform/transaction/index.ts'
import { noteSent } from '../commands/message.ts'
import { takeLetter } from '../store/letter.ts'
import { post } from './post.ts'

/** A message whose sender died in between goes out again after this, with the same key. */
const leaseSeconds = 60

/** Sends the next message to a payer and notes how it went; false: nothing waits. No transaction is open while the payer is asked. */
export async function sendNext(runtime: Runtime): Promise<boolean> {
  const { database, clock } = runtime
  const now = clock.now()
  const letter = await transact(database, everything, async (db) => ({
    commit: true,
    value: await takeLetter(db, now, plus(now, { seconds: leaseSeconds })),
  }))
  if (!letter) return false
  const outcome = letter.endpoint === null ? { fault: 'not-connected', final: false } : await post(letter)
  await perform(runtime, noteSent, systemActor, { messageId: letter.id as Id<'message'>, ...outcome }, { requestId: letter.id })
  return true
}
