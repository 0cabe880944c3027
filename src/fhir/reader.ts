import type { Resource } from '@medplum/fhirtypes'
import type { Id } from '../kernel/id.ts'
import { ok, type Result } from '../kernel/result.ts'
import { openPerson } from '../platform/grant/index.ts'
import type { Work } from '../platform/operation/index.ts'
import { refuse as refuseAny } from '../platform/refusals.ts'
import type { Seek } from '../platform/seek/index.ts'
import { boundIdOf } from './bound-id.ts'
import { type Asked, rowsOf } from './query.ts'
import { refuse } from './refusals.ts'
import type { Opened, ResourceDefinition, Row, Sight, Version } from './resource.ts'

/** Opens a person by her grant, writes who saw her, and says what of her facts is seen. */
export type OpenPerson = (work: Work, personId: Id<'person'>) => Promise<Result<Sight, string>>

export type Reading = {
  readonly work: Work
  readonly definitions: ReadonlyMap<string, ResourceDefinition>
  readonly open: OpenPerson
}

export type Found = { readonly resource: Resource; readonly versionId: string | null; readonly at: string }
type Kept = { readonly definition: ResourceDefinition; readonly row: Row }
type Refusable<Value> = Promise<Result<Value, string>>
type Find = (seek: Seek) => Promise<readonly Row[]>

/** The type, if there is one and the reader may read it. */
export function definitionFor({ work: { actor }, definitions }: Reading, type: string): Result<ResourceDefinition, string> {
  const definition = definitions.get(type)
  if (!definition) return refuse('fhir.type-unknown', { type })
  const permission = definition.permission[actor.kind === 'patient' ? 'patient' : 'staff']
  return actor.permissions.has(permission) ? ok(definition) : refuseAny('platform.not-permitted', { permission })
}

/** Opens the one person whom a request is about; a patient who names nobody means herself. */
async function openFor({ work, open }: Reading, { about }: ResourceDefinition, named: readonly string[]): Refusable<Opened | null> {
  if (about === 'nobody') return ok(null)
  const { actor } = work
  const persons = [...new Set(named.length === 0 && actor.personId ? [actor.personId] : named)]
  if (persons.length > 1) return refuse('fhir.one-person')
  const [personId] = persons as Id<'person'>[]
  if (!personId) return ok(null)
  const sight = await open(work, personId)
  return sight.ok ? ok({ personId, sight: sight.value }) : sight
}

const seekIds = (ids: readonly string[]): Seek => ({ ids, conditions: [], after: null, descending: false, limit: ids.length })

async function keptOf(reading: Reading, type: string, id: string): Refusable<Kept> {
  const allowed = definitionFor(reading, type)
  if (!allowed.ok) return allowed
  const definition = allowed.value
  const { persons, rowIds } = rowsOf(definition, [id])
  if (rowIds.length === 0) return refuseAny('platform.not-found')
  if (definition.about === 'herself') return personOf(reading, definition, rowIds[0] as Id<'person'>)
  const opened = await openFor(reading, definition, persons)
  if (!opened.ok) return opened
  const { work } = reading
  const find: Find = (seek) => definition.find(work, seek, opened.value)
  const [row] = await ending(work, definition, find)(seekIds(rowIds))
  return row ? ok({ definition, row }) : refuseAny('platform.not-found')
}

/** Of the last rows that a request asks for: its transaction ends with them. */
const ending = (work: Work, { findsInSteps }: ResourceDefinition, find: Find): Find =>
  findsInSteps ? find : (seek) => work.lastly(() => find(seek))

/**
 * She herself: of facts nothing is asked, so staff open and read her in one breath; who may not open her is shown no row. Who acts for
 * her sees her row only after the look was written down.
 */
async function personOf({ work }: Reading, definition: ResourceDefinition, personId: Id<'person'>): Refusable<Kept> {
  const sight = { own: null, kinds: [], others: null }
  const open = () => openPerson(work, personId)
  const read = () => definition.find(work, seekIds([personId]), { personId, sight })
  const early = work.actor.kind === 'patient' ? await open() : null
  if (early && !early.ok) return early
  const [opened, [row]] = await work.lastly(() => Promise.all([early ?? open(), read()]))
  if (!opened.ok) return opened
  return row ? ok({ definition, row }) : refuseAny('platform.not-found')
}

const idOf = (row: Row, { about }: ResourceDefinition): string =>
  about === 'person' ? boundIdOf({ personId: row.personId ?? '', rowId: row.id }) : row.id

function foundOf(definition: ResourceDefinition, row: Row, version: Version<Row>): Found {
  const { resourceType, meta, ...rest } = definition.map(version.row, version)
  const versionId = definition.history ? version.id : null
  const kept = { ...meta, ...(versionId === null ? {} : { versionId }), lastUpdated: version.at }
  return { resource: { resourceType, id: idOf(row, definition), meta: kept, ...rest } as Resource, versionId, at: version.at }
}

/** A row as it is now: always its newest version. */
function currentOf({ work }: Reading, definition: ResourceDefinition, row: Row): Found {
  const version = definition.versions(row, work.now).at(-1)
  if (!version) throw new Error(`${definition.type} ${row.id} has no version`)
  return foundOf(definition, row, version)
}

export async function readCurrent(reading: Reading, type: string, id: string): Refusable<Found> {
  const kept = await keptOf(reading, type, id)
  return kept.ok ? ok(currentOf(reading, kept.value.definition, kept.value.row)) : kept
}

/** All versions that are kept, the newest first. */
export async function readVersions(reading: Reading, type: string, id: string): Refusable<readonly Found[]> {
  const kept = await keptOf(reading, type, id)
  if (!kept.ok) return kept
  const { definition, row } = kept.value
  if (!definition.history) return refuse('fhir.interaction-unknown', { type })
  return ok(
    definition
      .versions(row, reading.work.now)
      .toReversed()
      .map((version) => foundOf(definition, row, version)),
  )
}

export type Page = {
  readonly found: readonly Found[]
  readonly included: readonly Resource[]
  readonly next: readonly [string, string] | null
  /** How many there are; null: not counted. */
  readonly total: number | null
}

const countMost = 10_000
const batch = 500

/** A page of a search, counted where that was asked for. */
export async function search(reading: Reading, definition: ResourceDefinition, asked: Asked): Refusable<Page> {
  const rows = asked.ids && rowsOf(definition, asked.ids)
  const opened = await openFor(reading, definition, [...new Set([...(rows?.persons ?? []), ...asked.persons])])
  if (!opened.ok) return opened
  const isNarrow = opened.value !== null || rows !== null || definition.needs.length === 0
  if (!isNarrow && !asked.narrowedBy.some((name) => definition.needs.includes(name)))
    return refuse('fhir.too-wide', { type: definition.type, needs: definition.needs.join(', ') })
  const { wide } = definition.permission
  if (!opened.value && wide && !reading.work.actor.permissions.has(wide)) return refuseAny('platform.not-permitted', { permission: wide })
  const seek: Seek = { ids: rows?.rowIds ?? null, conditions: asked.conditions, after: asked.after, descending: asked.descending, limit: 0 }
  const find: Find = (wanted) => definition.find(reading.work, wanted, opened.value)
  const isOnly = asked.lastUpdated.length === 0 && asked.includes.length === 0 && !asked.counting
  const step = isOnly ? ending(reading.work, definition, find) : find
  const walk = (size: number, wanted: number, from: Seek['after']) =>
    collect(reading, definition, step, { ...seek, after: from, limit: size + 1 }, asked, wanted)
  const page =
    asked.count === 0 ? { found: [], next: null } : await walk(asked.lastUpdated.length > 0 ? batch : asked.count, asked.count, asked.after)
  const isWhole = asked.count > 0 && asked.after === null && page.next === null
  let total = isWhole ? page.found.length : null
  if (total === null && asked.counting) {
    const counted = await walk(batch, countMost + 1, null)
    if (counted.found.length > countMost) return refuse('fhir.too-many-to-count', { limit: countMost })
    total = counted.found.length
  }
  const included = await includedIn(reading, definition, asked.includes, page.found, opened.value)
  return ok({ ...page, included, total })
}

/** Rows from a key on until enough of them fit; when they were last changed is known after they are mapped only. */
async function collect(reading: Reading, definition: ResourceDefinition, find: Find, seek: Seek, asked: Asked, wanted: number) {
  const found: Found[] = []
  let { after } = seek
  for (;;) {
    const rows = await find({ ...seek, after })
    for (const [place, row] of rows.slice(0, seek.limit - 1).entries()) {
      after = [row.sortedBy ?? '', row.id]
      const current = currentOf(reading, definition, row)
      if (!asked.lastUpdated.every(({ from, until }) => (from === null || current.at >= from) && (until === null || current.at < until)))
        continue
      found.push(current)
      if (found.length === wanted) return { found, next: rows.length > place + 1 ? after : null }
    }
    if (rows.length < seek.limit) return { found, next: null }
  }
}

/** What the resources of a page refer to, once each, as far as the reader may read it. */
async function includedIn(
  reading: Reading,
  { includes }: ResourceDefinition,
  codes: readonly string[],
  found: readonly Found[],
  opened: Opened | null,
): Promise<Resource[]> {
  const references = codes.flatMap((code) =>
    found.flatMap(({ resource }) => (includes[code]?.of(resource as never) ?? []).map((one) => one?.reference ?? '')),
  )
  const pairs = [...new Set(references)].map((one) => one.split('/'))
  const resources: Resource[] = []
  for (const type of new Set(pairs.map(([name = '']) => name))) {
    const target = definitionFor(reading, type)
    if (!target.ok) continue
    const ids = pairs.flatMap(([name, id]) => (name === type && id ? [id] : []))
    const { rowIds } = rowsOf(target.value, ids)
    const rows = await target.value.find(reading.work, seekIds(rowIds), opened)
    resources.push(...rows.map((row) => currentOf(reading, target.value, row).resource))
  }
  return resources
}
