import type { SearchRequest, WithId } from '@medplum/core'
import type { Bundle, OperationOutcome, Resource, ResourceType, SearchParameter } from '@medplum/fhirtypes'
import type { Refusal, Result } from '../kernel/result.ts'
import { historyOf, searchset } from './bundle.ts'
import { bindingOf, cursorOf, type RawQuery, readSearch } from './query.ts'
import { definitionFor, type Reading, readCurrent, readVersions, search } from './reader.ts'
import { refuse } from './refusals.ts'
import type { ResourceDefinition } from './resource.ts'

export type Request = {
  readonly method: 'GET' | 'POST'
  /** Path and query after the base. */
  readonly url: string
  readonly raw: RawQuery
  readonly strict: boolean
  readonly base: string
  /** What is said of parameters that were left out. */
  say(refusal: Refusal): OperationOutcome
}

type Core = typeof import('@medplum/core')
type Engine = typeof import('@medplum/fhir-router')

/** What answers one request from the rooms; nothing can be written. Our refusals are kept beside the outcome that the router makes of them. */
function repositoryOver({ FhirRepository }: Engine, { OperationOutcomeError }: Core) {
  return class RoomsRepository extends FhirRepository {
    refusal: Refusal | null = null
    fault: unknown = null
    readonly #reading: Reading
    readonly #request: Request

    constructor(reading: Reading, request: Request) {
      super()
      this.#reading = reading
      this.#request = request
    }

    async #answer<Value>(run: () => Promise<Result<Value, string>>): Promise<Value> {
      const result = await run().catch((error: unknown) => {
        this.fault = error
        throw new OperationOutcomeError({ resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'exception' }] })
      })
      if (result.ok) return result.value
      this.refusal = result.refusal
      throw new OperationOutcomeError(this.#request.say(result.refusal))
    }

    #links(next: string | null = null) {
      const { base, url } = this.#request
      return { base, self: `${base}/${url}`, next }
    }

    override async readResource<Kind extends Resource>(type: string, id: string): Promise<WithId<Kind>> {
      const { resource } = await this.#answer(() => readCurrent(this.#reading, type, id))
      return resource as WithId<Kind>
    }

    override async readVersion<Kind extends Resource>(type: string, id: string, versionId: string): Promise<WithId<Kind>> {
      return this.#answer(async () => {
        const versions = await readVersions(this.#reading, type, id)
        if (!versions.ok) return versions
        const found = versions.value.find((version) => version.versionId === versionId)
        return found ? { ok: true, value: found.resource as WithId<Kind> } : refuse('fhir.version-unknown', { version: versionId })
      })
    }

    override async readHistory<Kind extends Resource>(
      type: string,
      id: string,
      { offset = 0, limit = 100 }: { offset?: number; limit?: number } = {},
    ): Promise<Bundle<WithId<Kind>>> {
      const versions = await this.#answer(() => readVersions(this.#reading, type, id))
      return historyOf(versions.slice(offset, offset + limit), versions.length, this.#links()) as Bundle<WithId<Kind>>
    }

    override async search<Kind extends Resource>(request: SearchRequest<Kind>): Promise<Bundle<WithId<Kind>>> {
      const { raw, strict, base } = this.#request
      const reading = this.#reading
      return this.#answer(async () => {
        const definition = definitionFor(reading, request.resourceType)
        if (!definition.ok) return definition
        const { type, parameters } = definition.value
        const binding = bindingOf(reading.work.actor, definition.value, raw)
        const asked = readSearch(definition.value, request, raw, strict, binding)
        if (!asked.ok) return asked
        const page = await search(reading, definition.value, asked.value)
        if (!page.ok) return page
        const understood = Object.fromEntries(Object.entries(raw).filter(([key]) => !asked.value.ignored.includes(key)))
        const addressOf = (query: RawQuery) => [`${base}/${type}`, textOf(query)].filter(Boolean).join('?')
        const next = page.value.next && addressOf({ ...understood, _cursor: cursorOf(page.value.next, binding) })
        const [parameter] = asked.value.ignored
        const known = Object.keys(parameters).join(', ')
        const said = parameter ? refuse('fhir.parameter-unknown', { type, parameter: asked.value.ignored.join(', '), known }).refusal : null
        const links = { base, self: addressOf(understood), next }
        return { ok: true, value: searchset(page.value, links, said && warningOf(this.#request.say(said))) as Bundle<WithId<Kind>> }
      })
    }

    override setMode(): void {}
    override generateId = (): string => never()
    override createResource = never
    override updateResource = never
    override deleteResource = never
    override patchResource = never
    override readReference = never
    override readReferences = never
    override searchByReference = never
    override withTransaction = never
  }
}

/** The door never routes here: writes are refused before. */
function never(): never {
  throw new Error('the FHIR door only reads')
}

const warningOf = (outcome: OperationOutcome): OperationOutcome => ({
  ...outcome,
  issue: outcome.issue?.map((issue) => ({ ...issue, severity: 'warning' as const })) ?? [],
})

function textOf(raw: RawQuery): string {
  const text = new URLSearchParams()
  for (const [name, value] of Object.entries(raw)) for (const one of [value ?? []].flat()) text.append(name, one)
  return text.toString()
}

/** The router with the search parameters that the rooms declare; it reads their values as text, so that ours is the only judge of them. */
export async function loadRouter(definitions: readonly ResourceDefinition[]) {
  const { core, engine } = await loadEngine()
  for (const { type, parameters } of definitions)
    for (const code of [...Object.keys(parameters), '_id', '_lastUpdated']) core.indexSearchParameter(declared(type, code))
  const router = new engine.FhirRouter()
  const RoomsRepository = repositoryOver(engine, core)
  return async (reading: Reading, request: Request) => {
    const repository = new RoomsRepository(reading, request)
    const { method, url, raw } = request
    const query = raw as Record<string, string | string[] | undefined>
    const answer = await router.handleRequest({ method, url, pathname: '', params: {}, query, body: query }, repository)
    if (repository.fault) throw repository.fault
    return { refusal: repository.refusal, outcome: answer[0], resource: answer[1] }
  }
}

const declared = (type: ResourceType, code: string): SearchParameter => ({
  resourceType: 'SearchParameter',
  url: `urn:careloom:parameter:${type}-${code}`,
  name: code,
  status: 'active',
  description: code,
  code,
  base: [type],
  type: 'string',
  expression: `${type}.id`,
})

/** `@medplum/core` names WebSocket while it loads, which Node 20 does not have; nothing of ours ever opens one. */
async function loadEngine(): Promise<{ core: Core; engine: Engine }> {
  const isMissing = !('WebSocket' in globalThis)
  if (isMissing) Object.assign(globalThis, { WebSocket: class {} })
  const core = await import('@medplum/core')
  const engine = await import('@medplum/fhir-router')
  if (isMissing) Reflect.deleteProperty(globalThis, 'WebSocket')
  return { core, engine }
}
