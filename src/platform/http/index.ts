import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import assets from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { sql } from 'kysely'
import { Type as T, type TObject, type TSchema } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import { ok, type Refusal, type Result } from '../../kernel/result.ts'
import { projectRoot } from '../config/index.ts'
import type { Database } from '../database/index.ts'
import { createHub } from '../live/index.ts'
import { describeFault } from '../log/index.ts'
import type { Actor, Command, Query, RefusalTable, Route } from '../operation/index.ts'
import { ask, perform, visitorActor } from '../operation/perform.ts'
import type { Runtime } from '../operation/runtime.ts'
import { refuse } from '../refusals.ts'
import { countAttempt } from '../session/attempts.ts'
import { startSession } from '../session/index.ts'
import { askSigned } from './ask-signed.ts'
import { addEntrance } from './entrance-route.ts'
import { liveRoute } from './live-route.ts'
import { languageOf, problemOf, statusOf } from './problem.ts'
import { type Answer, sessionOf, setSessionCookie } from './session-cookie.ts'
import { sessionRoutes } from './session-routes.ts'

type Around = {
  readonly words: RefusalTable
  readonly refusalOf: (error: FastifyError, request: FastifyRequest, runtime: Runtime) => Refusal
}
/** Another way in beside the routes of the rooms, such as FHIR; it answers in its own form. */
export type Door = (app: FastifyInstance, runtime: Runtime, around: Around) => void

/**
 * The server: every route of the rooms, signing in, live updates from the database at `url`, other doors, the contract, the two entries
 * of the web.
 */
export async function createServer(runtime: Runtime, url: string, doors: readonly Door[] = []): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: runtime.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => runtime.newId(runtime.clock.now()),
    bodyLimit: 1_048_576,
    trustProxy: 'loopback', // a proxy on this machine ends TLS and says who called
    ajv: { customOptions: { removeAdditional: false, allErrors: false, discriminator: true } },
    forceCloseConnections: true,
  })
  const words: RefusalTable = Object.assign({}, ...runtime.modules.map(({ refusals }) => refusals))
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Careloom',
        version: '0.1.0',
        description: 'One booking, many owners. Errors are RFC 9457 problems with a stable code.',
      },
    },
  })

  const refuseTo = (reply: FastifyReply, request: FastifyRequest, refusal: Refusal) => {
    const problem = problemOf(refusal, words, languageOf(request.headers['accept-language']), request.id)
    if (typeof refusal.details.retryAfterSeconds === 'number') reply.header('retry-after', refusal.details.retryAfterSeconds)
    return reply.status(statusOf(refusal)).type('application/problem+json').send(problem)
  }
  const answer = (reply: FastifyReply, request: FastifyRequest, result: Result<unknown, string>) =>
    result.ok ? reply.send(result.value) : refuseTo(reply, request, result.refusal)

  app.setErrorHandler((error: FastifyError, request, reply) => refuseTo(reply, request, refusalOfError(error, request, runtime)))
  app.addHook('onSend', async (_, reply) => {
    reply.headers({
      'careloom-now': runtime.clock.now(),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    })
  })
  app.addHook('onResponse', async (request, reply) => {
    runtime.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })

  sessionRoutes(app, runtime, answer)
  const hub = createHub(url, runtime.log)
  app.addHook('onClose', () => hub.close())
  liveRoute(app, runtime, hub, answer)
  for (const module of runtime.modules) for (const route of module.routes) addRoute(app, runtime, module.name, route, answer)
  const entrances = runtime.modules.flatMap((module) => (module.entrances ?? []).map((entrance) => [module.name, entrance] as const))
  for (const [tag, entrance] of entrances) addEntrance(app, runtime, tag, entrance, { words, refusalOf: refusalOfError })
  for (const door of doors) door(app, runtime, { words, refusalOf: refusalOfError })
  app.get('/healthz', { schema: { tags: ['operations'], summary: 'The process lives' } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { tags: ['operations'], summary: 'The database answers' } }, async (request, reply) => {
    const answers = await sql`select 1 from platform.clock`.execute(runtime.database).then(
      () => true,
      () => false,
    )
    return answer(reply, request, answers ? ok({ status: 'ready' }) : refuse('platform.database-away'))
  })
  app.get(
    '/problems/:code',
    { schema: { tags: ['operations'], summary: 'What a refusal means, in both languages', params: T.Object({ code: T.String() }) } },
    async (request, reply) => {
      const { code } = request.params as { code: string }
      const found = words[code]
      return answer(
        reply,
        request,
        found ? ok({ code, status: statusOf({ category: found.category, code }), ...found }) : refuse('platform.not-found'),
      )
    },
  )
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await addWeb(app, (request, reply) => refuseTo(reply, request, refuse('platform.not-found').refusal))
  return app
}

function refusalOfError(error: FastifyError, request: FastifyRequest, { log }: Runtime): Refusal {
  const [wrong] = error.validation ?? []
  if (wrong) {
    const { keyword, params, instancePath } = wrong
    const inside = instancePath.slice(1).replaceAll('/', '.')
    const fieldOf = (name: unknown) => [inside, String(name)].filter(Boolean).join('.')
    if (keyword === 'required') return refuse('platform.field-missing', { field: fieldOf(params.missingProperty) }).refusal
    if (keyword === 'additionalProperties') return refuse('platform.field-unknown', { field: fieldOf(params.additionalProperty) }).refusal
    return refuse('platform.field-wrong', {
      field: inside || (error.validationContext ?? 'body'),
      rule: `${keyword} ${Object.values(params).flat().join(', ')}`.trim(),
    }).refusal
  }
  if (error.statusCode !== undefined && error.statusCode < 500)
    return refuse('platform.body-unreadable', { problem: error.code ?? error.message }).refusal
  log.error({ requestId: request.id, fault: describeFault(error) }, 'a request failed')
  const { code = '', constraint } = error as { code?: string; constraint?: string }
  if (/^2[23]/.test(code)) return refuse('platform.input-impossible', { rule: constraint ?? code }).refusal // the last judge refused what no rule foresaw
  return refuse('platform.fault', { requestId: request.id }).refusal
}

/** Names in braces of a path: `/visits/:visitId` has `visitId`. */
export const pathNames = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string)

/** The part of an input that travels in one place. */
export function partOf(input: TSchema, keep: (name: string) => boolean): TObject {
  const { properties = {}, required = [] } = input as TObject & { required?: string[] }
  const kept = Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => keep(name))
      .map(([name, schema]) => [name, (required as readonly string[]).includes(name) ? schema : T.Optional(schema as TSchema)]),
  )
  return T.Object(kept as Record<string, TSchema>, { additionalProperties: false })
}

function addRoute(app: FastifyInstance, runtime: Runtime, tag: string, route: Route, answer: Answer): void {
  const { method, path, operation } = route
  const names = pathNames(path)
  const rest = partOf(operation.input, (name) => !names.includes(name))
  app.route({
    method,
    url: path,
    schema: {
      operationId: operation.name,
      summary: `${operation.en} / ${operation.zh}`,
      description: [
        operation.permission ? `Permission: \`${operation.permission}\`.` : '',
        operation.refusals.length ? `Refusals: ${operation.refusals.map((code) => `\`${code}\``).join(', ')}.` : '',
      ]
        .join(' ')
        .trim(),
      tags: [tag],
      ...(names.length ? { params: partOf(operation.input, (name) => names.includes(name)) } : {}),
      ...(method === 'GET' ? { querystring: rest } : { body: rest }),
      response: { 200: operation.output },
    },
    handler: async (request, reply) => {
      const input = { ...(method === 'GET' ? (request.query as object) : (request.body as object)), ...(request.params as object) }
      if (operation.kind === 'query' && !route.open)
        return answer(reply, request, await askSigned(runtime, request, operation as Query, input))
      const actor = route.open ? visitorActor : (await sessionOf(runtime, request))?.actor
      if (!actor) return answer(reply, request, refuse('platform.not-signed-in'))
      if (operation.kind === 'query') return answer(reply, request, await ask(runtime, operation as Query, actor, input, request.id))
      return answer(reply, request, await performRoute(runtime, route, actor, input, request, reply))
    },
  })
}

/** A command as a request: it needs a key, is slowed down where anybody may call, and signs in whom it has just registered. */
async function performRoute(
  runtime: Runtime,
  { operation, open, signsIn }: Route,
  actor: Actor,
  input: object,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Result<unknown, string>> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key.length < 8 || key.length > 128) return refuse('platform.key-missing')
  const wait = open ? await countAttempt(runtime.database, 'visitor', request.ip, runtime.clock.now()) : 0
  if (wait > 0) return refuse('platform.too-many-attempts', { retryAfterSeconds: wait })
  const dryRun = request.headers['careloom-dry-run'] === 'true'
  let token: string | undefined
  const startSessionOf = async (db: Database, made: unknown) => {
    token = await startSession(db, (made as { accountId: Id<'account'> }).accountId, runtime.clock.now())
  }
  const { result, replayed } = await perform(runtime, operation as Command, actor, input, {
    requestId: request.id,
    ...(dryRun ? { dryRun } : { key }),
    ...(signsIn ? { after: startSessionOf } : {}),
  })
  // A replayed answer signs nobody in: who has the key need not have the password.
  if (result.ok && token && !dryRun) setSessionCookie(reply, request, token)
  if (replayed) reply.header('idempotency-replayed', 'true')
  return result
}

/** The desk at `/`, the pocket at `/pocket/`; an address of a screen answers the entry, anything else a problem. */
async function addWeb(app: FastifyInstance, missing: (request: FastifyRequest, reply: FastifyReply) => FastifyReply): Promise<void> {
  const root = join(projectRoot, 'web', 'dist')
  if (existsSync(root)) {
    await app.register(assets, {
      root,
      wildcard: false,
      index: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) =>
        void reply.header('cache-control', file.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && (request.headers.accept ?? '').includes('text/html') && !/^\/(api|problems)\//.test(request.url)
    if (!wantsPage || !existsSync(root)) return missing(request, reply)
    return reply.header('cache-control', 'no-cache').sendFile(/^\/pocket(\/|$)/.test(request.url) ? 'pocket/index.html' : 'index.html')
  })
}
