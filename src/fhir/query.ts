import { createHash } from 'node:crypto'
import type { SearchRequest } from '@medplum/core'
import { ok, type Result } from '../kernel/result.ts'
import type { Actor } from '../platform/operation/index.ts'
import type { Condition } from '../platform/seek/index.ts'
import { isUuid, readBoundId } from './bound-id.ts'
import { type Range, rangeOf } from './date-range.ts'
import { type FhirRefusal, refuse } from './refusals.ts'
import type { ResourceDefinition } from './resource.ts'

export type RawQuery = Readonly<Record<string, string | readonly string[] | undefined>>

/** What every type understands beside its own parameters. */
export const controls = ['_count', '_sort', '_include', '_summary', '_total', '_cursor', '_format', '_pretty'] as const
export const always = ['_id', '_lastUpdated'] as const

/** A search as it was understood. */
export type Asked = {
  readonly ids: readonly string[] | null
  readonly persons: readonly string[]
  readonly conditions: readonly Condition[]
  readonly lastUpdated: readonly Range[]
  readonly includes: readonly string[]
  readonly count: number
  readonly counting: boolean
  readonly descending: boolean
  readonly after: readonly [string, string] | null
  /** Parameters of the type that were given. */
  readonly narrowedBy: readonly string[]
  /** What nobody here understands. */
  readonly ignored: readonly string[]
}

const countDefault = 20
const countMost = 200

type Refused = Result<never, FhirRefusal>

/** Reads a search against what its type declares; with `strict` an unknown parameter is refused, else it is said. */
export function readSearch(
  definition: ResourceDefinition,
  request: SearchRequest,
  raw: RawQuery,
  strict: boolean,
  binding: string,
): Result<Asked, FhirRefusal> {
  const strange = strangersIn(definition, raw)
  if (!Array.isArray(strange)) return strange as Refused
  const asked = { ids: null as string[] | null, persons: [] as string[], conditions: [] as Condition[], lastUpdated: [] as Range[] }
  for (const { code, value } of request.filters ?? []) {
    const wrong = take(definition, asked, code, value)
    if (wrong) return wrong
  }
  const sort = readSort(definition, request)
  const includes = readIncludes(definition, request)
  const ignored = [...strange, ...sort.ignored, ...includes.ignored]
  const [first] = ignored
  if (strict && first)
    return refuse('fhir.parameter-unknown', {
      type: definition.type,
      parameter: first,
      known: Object.keys(definition.parameters).join(', '),
    })
  const after = readCursor(request.cursor, binding)
  if (after === undefined) return refuse('fhir.page-of-another')
  if (request.count !== undefined && !(request.count >= 0)) return wrongValue('_count', String(raw._count), '0..200')
  return ok({
    ...asked,
    includes: includes.codes,
    count: Math.min(request.count ?? countDefault, countMost),
    counting: raw._summary === 'count' || request.total === 'accurate' || request.count === 0,
    descending: sort.descending,
    after,
    narrowedBy: Object.keys(raw).map((key) => key.split(':')[0] ?? ''),
    ignored,
  })
}

const wrongValue = (parameter: string, value: string, expected: string) => refuse('fhir.parameter-wrong', { parameter, value, expected })

/** Names of the address that this type does not have; a modifier changes the meaning, so one that is unknown is refused always. */
function strangersIn({ parameters }: ResourceDefinition, raw: RawQuery): readonly string[] | Refused {
  const strange: string[] = []
  for (const key of Object.keys(raw)) {
    const [name = '', modifier] = key.split(':')
    const known = name in parameters || [...controls, ...always].some((one) => one === name)
    if (!known) strange.push(key)
    else if (modifier !== undefined && !(modifier === 'Patient' && parameters[name]?.person))
      return refuse('fhir.modifier-unknown', { parameter: name, modifier })
  }
  return strange
}

const valuesOf = (value: string): string[] => value.split(/(?<!\\),/).map((one) => one.replaceAll('\\,', ','))

const expectations = {
  token: 'code | system|code',
  date: '2026-11-25, ge2026-11-25T08:00:00+08:00',
  reference: 'Type/id',
  string: '张 / zhang / zjy',
}

function take(
  { parameters }: ResourceDefinition,
  asked: { ids: string[] | null; persons: string[]; conditions: Condition[]; lastUpdated: Range[] },
  code: string,
  value: string,
) {
  const [name = ''] = code.split(':')
  const values = valuesOf(value)
  if (name === '_id') {
    asked.ids = asked.ids ? asked.ids.filter((id) => values.includes(id)) : values
    return null
  }
  if (name === '_lastUpdated') {
    const range = rangeOf(value, 'instant')
    if (!range) return wrongValue(name, value, expectations.date)
    asked.lastUpdated.push(range)
    return null
  }
  const parameter = parameters[name]
  if (!parameter) return null
  const condition = parameter.conditionOf(values)
  if (!condition) return wrongValue(name, value, expectations[parameter.type])
  if (parameter.person && 'among' in condition) asked.persons.push(...condition.among)
  else asked.conditions.push(condition)
  return null
}

function readSort({ sort }: ResourceDefinition, { sortRules = [] }: SearchRequest) {
  const own = sortRules.find(({ code }) => code === sort?.by)
  return {
    descending: sort !== undefined && (own?.descending ?? sort.newestFirst),
    ignored: sortRules.filter((rule) => rule !== own).map(({ code }) => `_sort=${code}`),
  }
}

function readIncludes({ type, includes }: ResourceDefinition, { include = [] }: SearchRequest) {
  const isOurs = ({ resourceType, searchParam }: (typeof include)[number]) => resourceType === type && searchParam in includes
  return {
    codes: include.filter(isOurs).map(({ searchParam }) => searchParam),
    ignored: include.filter((one) => !isOurs(one)).map((one) => `_include=${one.resourceType}:${one.searchParam}`),
  }
}

/** Whose page a link leads to: the session's rights and the search. A link of another session or search is refused. */
export function bindingOf(actor: Actor, { type, parameters }: ResourceDefinition, raw: RawQuery): string {
  const asked = Object.entries(raw).filter(([key]) => (key.split(':')[0] ?? '') in parameters || [...always, '_sort'].includes(key))
  const rights = [actor.accountId, actor.institutionId, actor.personId, type, asked.toSorted(([a], [b]) => (a < b ? -1 : 1))]
  return createHash('sha256').update(JSON.stringify(rights)).digest('base64url').slice(0, 16)
}

export const cursorOf = (after: readonly [string, string], binding: string): string =>
  Buffer.from(JSON.stringify([...after, binding])).toString('base64url')

/** Where a page begins; null: at the first row; undefined: the link is not of this search and session. */
function readCursor(cursor: string | undefined, binding: string): readonly [string, string] | null | undefined {
  if (cursor === undefined) return null
  try {
    const [sortedBy, id, bound] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    return typeof sortedBy === 'string' && typeof id === 'string' && bound === binding ? [sortedBy, id] : undefined
  } catch {
    return undefined
  }
}

/** The rows that are asked for by id, and the persons whom their ids name; what is no id of ours is no row. */
export function rowsOf(definition: ResourceDefinition, ids: readonly string[]): { persons: string[]; rowIds: string[] } {
  if (definition.about === 'nobody') return { persons: [], rowIds: [...ids] }
  if (definition.about === 'herself') {
    const persons = ids.filter(isUuid)
    return { persons, rowIds: persons }
  }
  const bound = ids.flatMap((id) => readBoundId(id) ?? [])
  return { persons: bound.map(({ personId }) => personId), rowIds: bound.map(({ rowId }) => rowId) }
}
