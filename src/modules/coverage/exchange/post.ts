type Addressed = {
  readonly idempotencyKey: string
  readonly correlationId: string
  readonly resource: unknown
  readonly endpoint: string | null
  readonly token: string | null
}

const timeoutMilliseconds = 10_000
/** Statuses after which the same message would be refused again: a person has to look. */
const finalStatuses = [400, 404, 409, 410, 413, 415, 422]

/** Posts a message as FHIR; what went wrong is said in a word, never with an address or a token. */
export async function post({
  idempotencyKey,
  correlationId,
  resource,
  endpoint,
  token,
}: Addressed): Promise<{ fault: string | null; final: boolean }> {
  try {
    const answer = await fetch(endpoint ?? '', {
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
