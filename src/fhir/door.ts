import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { ok, type Refusal, type Result } from '../kernel/result.ts'
import { askSigned } from '../platform/http/ask-signed.ts'
import type { Door } from '../platform/http/index.ts'
import { languageOf, outcomeOf, statusOf } from '../platform/http/problem.ts'
import { sessionOf } from '../platform/http/session-cookie.ts'
import type { Query } from '../platform/operation/index.ts'
import { refuse as refuseAny } from '../platform/refusals.ts'
import { etagOf } from './bundle.ts'
import { capabilityOf } from './capability.ts'
import { reads } from './module.ts'
import type { RawQuery } from './query.ts'
import type { OpenPerson } from './reader.ts'
import { refuse } from './refusals.ts'
import { loadRouter } from './repository.ts'
import type { ResourceDefinition } from './resource.ts'

const path = '/fhir/R4'
const mediaType = 'application/fhir+json; charset=utf-8'

type Parts = { readonly definitions: readonly ResourceDefinition[]; readonly open: OpenPerson }
type Router = ReturnType<typeof loadRouter>

/** What every read of the door runs as: a query like any other, with its permission and one transaction under row-level security. */
const queryOf = (read: (typeof reads)[keyof typeof reads], run: Query['run']): Query => ({ ...read, ...shape, run })
const shape = { kind: 'query', permission: 'fhir.resource.read', input: T.Object({}), output: T.Unknown(), refusals: [] } as const

/** The FHIR R4 door: reads, searches and histories of what the rooms have registered. The router loads with the first request. */
export const fhirDoor =
  ({ definitions, open }: Parts): Door =>
  (app, runtime, { words, refusalOf }) => {
    const byType = new Map(definitions.map((definition) => [definition.type as string, definition]))
    let loading: Router | undefined
    const router = () => {
      loading ??= loadRouter(definitions)
      return loading
    }
    const say = (request: FastifyRequest, refusal: Refusal) =>
      outcomeOf(refusal, words, languageOf(request.headers['accept-language']), request.id) as never
    const refuseTo = (reply: FastifyReply, request: FastifyRequest, refusal: Refusal) => {
      if (refusal.code === 'fhir.read-only') reply.header('allow', 'GET, HEAD')
      return reply.status(statusOf(refusal)).type(mediaType).send(say(request, refusal))
    }

    async function answer(request: FastifyRequest, reply: FastifyReply) {
      const url = request.url.slice(path.length + 1)
      const [type = '', id, tail] = pathOf(url)
      const isSearch = request.method === 'POST' && id === '_search' && tail === undefined
      const raw = { ...(request.query as RawQuery), ...(isSearch ? formOf(request.body) : {}) }
      if (!speaksJson(request, raw)) return refuseTo(reply, request, refuse('fhir.format-unknown').refusal)
      const base = `${request.protocol}://${request.host}${path}`
      if (type === 'metadata' && request.method !== 'POST')
        return reply.type(mediaType).send(capabilityOf(definitions, base, runtime.clock.now()))
      const misled = misleading(request, url, byType, isSearch)
      if (misled) {
        const isSignedIn = (await sessionOf(runtime, request)) !== null
        return refuseTo(reply, request, isSignedIn ? misled : refuseAny('platform.not-signed-in').refusal)
      }
      const route = await router()
      const strict = /handling\s*=\s*strict/.test([request.headers.prefer].flat().join())
      const asked = {
        method: isSearch ? ('POST' as const) : ('GET' as const),
        url,
        raw,
        strict,
        base,
        say: (refusal: Refusal) => say(request, refusal),
      }
      const run: Query['run'] = async (work): Promise<Result<object, string>> => {
        const { refusal, outcome, resource } = await route({ work, definitions: byType, open }, asked)
        if (refusal) return { ok: false, refusal }
        return resource ? ok(resource) : refuseAny('platform.input-impossible', { rule: outcome.issue?.[0]?.details?.text ?? 'FHIR' })
      }
      const read = id === undefined || isSearch ? reads.search : tail === undefined ? reads.resource : reads.history
      const result = await askSigned(runtime, request, queryOf(read, run), {})
      return result.ok ? sendResource(reply, request, result.value as Kept) : refuseTo(reply, request, result.refusal)
    }

    app.register(async (scope) => {
      takeAnyBody(scope)
      for (const url of [path, `${path}/*`])
        scope.route({
          method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
          url,
          schema: { hide: true },
          errorHandler: (error, request, reply) => refuseTo(reply, request, refusalOf(error, request, runtime)),
          handler: answer,
        })
    })
  }

const pathOf = (url: string): string[] => (url.split('?')[0] ?? '').split('/').filter(Boolean).map(decodeURIComponent)

/** Why a request leads nowhere, before anything is read: a write, an unknown type, or an address that is none. */
function misleading(
  request: FastifyRequest,
  url: string,
  types: ReadonlyMap<string, ResourceDefinition>,
  isSearch: boolean,
): Refusal | null {
  const [type = '', id, history, version, ...more] = pathOf(url)
  const definition = types.get(type)
  if (!definition) return refuse(type === '' || type.startsWith('$') ? 'fhir.interaction-unknown' : 'fhir.type-unknown', { type }).refusal
  const isOperation = [type, id, history].some((part) => part?.startsWith('$'))
  if (isOperation) return refuse('fhir.interaction-unknown', { type }).refusal
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isSearch)
    return refuse('fhir.read-only', { instead: definition.instead }).refusal
  const isHistory = history === undefined || (history === '_history' && !id?.startsWith('_'))
  const isKnown = isSearch || (isHistory && !id?.startsWith('_') && more.length === 0 && version !== '')
  return isKnown ? null : refuse('fhir.interaction-unknown', { type }).refusal
}

function speaksJson(request: FastifyRequest, raw: RawQuery): boolean {
  const format = [raw._format].flat()[0]
  if (format !== undefined) return /json/.test(format)
  const accept = request.headers.accept ?? '*/*'
  return /json|\*\/\*|application\/\*|text\/html/.test(accept)
}

const formOf = (body: unknown): RawQuery => {
  const raw: Record<string, string | string[]> = {}
  for (const [name, value] of new URLSearchParams(typeof body === 'string' ? body : ''))
    raw[name] = raw[name] === undefined ? value : [raw[name], value].flat()
  return raw
}

/** A body is read as text whatever it is: a search is a form, and what is a write is refused with a reason, not for its media type. */
function takeAnyBody(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_, body, done) => done(null, body))
}

type Kept = { readonly resourceType: string; readonly meta?: { readonly versionId?: string; readonly lastUpdated?: string } }

function sendResource(reply: FastifyReply, request: FastifyRequest, resource: Kept) {
  const { versionId, lastUpdated } = resource.meta ?? {}
  if (lastUpdated) reply.header('last-modified', new Date(lastUpdated).toUTCString())
  if (versionId) {
    const etag = etagOf(versionId)
    reply.header('etag', etag)
    if (request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag)) return reply.status(304).send()
  }
  return reply.type(mediaType).header('cache-control', 'private, no-cache').send(JSON.stringify(resource))
}
