import { plus } from '../../kernel/time.ts'
import type { Command, Sender } from '../../platform/operation/index.ts'
import { noteSent } from './commands/message.ts'
import { type Letter, takeLetter } from './store/letter.ts'

/** A message whose sender died in between goes out again after this, with the same key. */
const leaseSeconds = 60
const timeoutMilliseconds = 10_000
/** Statuses after which the same message would be refused again: a person has to look. */
const finalStatuses = [400, 404, 409, 410, 413, 415, 422]

/** Messages to payers, sent by the worker after the commit that wrote them. */
export const exchange: Sender<Letter> = {
  name: 'coverage.exchange',
  take: (db, now) => takeLetter(db, now, plus(now, { seconds: leaseSeconds })),
  bring: async (letter) => ({ messageId: letter.id, ...(await post(letter)) }),
  noted: noteSent as unknown as Command,
}

/** Posts a message as FHIR; what went wrong is said in a word, never with an address or a token. */
async function post({
  idempotencyKey,
  correlationId,
  resource,
  endpoint,
  token,
}: Letter): Promise<{ fault: string | null; final: boolean }> {
  if (endpoint === null) return { fault: 'not-connected', final: false }
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/fhir+json',
        authorization: `Bearer ${token}`,
        'idempotency-key': idempotencyKey,
        'x-correlation-id': correlationId,
      },
      body: JSON.stringify(resource),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    await answer.body?.cancel()
    if (answer.ok) return { fault: null, final: false }
    return { fault: `http-${answer.status}`, final: finalStatuses.includes(answer.status) }
  } catch (error) {
    return { fault: (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable', final: false }
  }
}
