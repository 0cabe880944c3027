import { createHash, timingSafeEqual } from 'node:crypto'
import Fastify, { type FastifyReply } from 'fastify'
import { answer, type Request } from './answer.ts'
import { loadState, type State, saveState } from './state.ts'

export type { Seed } from './state.ts'

export type CounterpartyOptions = {
  /** 0 takes a free one. */
  readonly port: number
  readonly stateFile: string
  readonly seedFile: string | null
  readonly answersTo: string | null
  readonly delayMilliseconds: number
  /** Items that are claimed and not paid. */
  readonly refuse: readonly string[]
}

export type Counterparty = { readonly url: string; stop(): Promise<void> }

const longestPauseMilliseconds = 10_000
/** An answer to these statuses would be refused again. */
const finalStatuses = [400, 404, 409, 413, 415, 422]

/**
 * An insurer of our own making for the demo and the tests: takes requests at once, decides them later, calls back and pays. It listens
 * on this machine only, and what it has accepted is on disk before it says so.
 */
export async function startCounterparty(options: CounterpartyOptions): Promise<Counterparty> {
  const { stateFile, refuse, delayMilliseconds } = options
  const state = loadState(stateFile, options.seedFile)
  const refused = new Set(refuse)
  const keep = () => saveState(stateFile, state)
  const timers = new Set<NodeJS.Timeout>()
  const later = (milliseconds: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, milliseconds)
    timers.add(timer)
  }

  const decideNext = () => {
    const next = state.inbox.shift()
    if (!next) return
    answer(state, next.resource as Request, refused)
    keep()
    deliver()
  }
  const mailer = createMailer(state, options.answersTo, keep, later)
  const deliver = () => void mailer()

  const app = Fastify({ bodyLimit: 1_048_576, forceCloseConnections: true })
  app.addContentTypeParser('application/fhir+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.post('/', async (request, reply) => {
    const { authorization = '', 'idempotency-key': key } = request.headers
    if (!isToken(authorization.replace(/^Bearer /, ''), state.token)) return outcome(reply, 401, 'security', 'token')
    if (typeof key !== 'string' || key.length < 8) return outcome(reply, 400, 'required', 'Idempotency-Key')
    const problem = problemOf(request.body)
    if (problem) return outcome(reply, 422, 'invalid', problem)
    if (!state.taken[key]) {
      state.taken[key] = true
      state.inbox.push({ key, resource: request.body as object })
      keep()
      later(delayMilliseconds, decideNext)
    }
    return outcome(reply, 202, 'informational', 'taken')
  })
  const url = await app.listen({ port: options.port, host: '127.0.0.1' })
  for (const _ of state.inbox) later(delayMilliseconds, decideNext)
  deliver()
  return {
    url,
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      await app.close()
    },
  }
}

/** Delivers letters one after the other, each until it is taken: later ones are never told before earlier ones. */
function createMailer(
  { outbox, refused, answerToken }: State,
  answersTo: string | null,
  keep: () => void,
  later: (ms: number, run: () => void) => void,
) {
  let busy = false
  let pause = 250
  const run = async (): Promise<void> => {
    const [letter] = outbox
    if (busy || !letter || !answersTo) return
    busy = true
    const status = await post(answersTo, answerToken, letter)
    busy = false
    const final = finalStatuses.includes(status)
    if (status < 300 || final) {
      outbox.shift()
      if (final) refused.push(letter)
      keep()
      pause = 250
      return run()
    }
    pause = Math.min(pause * 2, longestPauseMilliseconds)
    later(pause, () => void run())
  }
  return run
}

async function post(url: string, token: string, { key, correlationId, resource }: State['outbox'][number]): Promise<number> {
  const headers = {
    'content-type': 'application/fhir+json',
    authorization: `Bearer ${token}`,
    'idempotency-key': key,
    'x-correlation-id': correlationId,
  }
  try {
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(resource), signal: AbortSignal.timeout(10_000) })
    await reply.body?.cancel()
    return reply.status
  } catch {
    return 503
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest()
const isToken = (given: string, known: string): boolean => timingSafeEqual(hash(given), hash(known))

/** What of a request cannot be worked with. */
function problemOf(body: unknown): string | null {
  const request = (body ?? {}) as Partial<Request>
  if (!['Claim', 'CoverageEligibilityRequest'].includes(request.resourceType ?? '')) return 'resourceType'
  if (!request.identifier?.[0]?.value) return 'identifier'
  if (!request.created) return 'created'
  if (!request.patient?.identifier?.value) return 'patient.identifier'
  const items = request.item ?? []
  return items.every(({ sequence, net, servicedDate }) => Number.isInteger(sequence) && Number.isFinite(net?.value) && servicedDate)
    ? null
    : 'item'
}

const outcome = (reply: FastifyReply, status: number, code: string, text: string) =>
  reply
    .status(status)
    .type('application/fhir+json')
    .send({ resourceType: 'OperationOutcome', issue: [{ severity: status < 300 ? 'information' : 'error', code, details: { text } }] })
