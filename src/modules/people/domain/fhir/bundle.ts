import { createHash } from 'node:crypto'
import { ok, type Result } from '../../../../kernel/result.ts'
import { addressOf } from './address.ts'
import { broken, problems } from './broken.ts'
import { checkShape } from './check-shape.ts'
import { readJson, resourceTexts } from './json-text.ts'
import { findReferences } from './reference.ts'
import type { Entry, Resource } from './resource.ts'

/** In characters. */
const longestAddress = 800

type Checked<Value> = Result<Value, 'people.bundle-broken'>
type Sent = { readonly [element: string]: unknown }

const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) && value.length <= longestAddress

const isObject = (value: unknown): value is Sent => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a transaction or collection of R4 resources and checks the shape of what is read of them; `local` names addresses without a base. */
export function readBundle(text: string, local: string): Result<Entry[], 'people.bundle-broken' | 'people.bundle-unreadable'> {
  const json = readJson(text)
  if (!json.ok) return json
  const sent = readEntries(json.value)
  if (!sent.ok) return sent
  const texts = resourceTexts(text)
  const checksCharacters = /\\u(?:0000|d[89a-f])/i.test(text)
  const entries: Entry[] = []
  const places = new Map<string, number>()
  for (const [place, one] of sent.value.entries()) {
    const entry = readEntry(one, place, texts[place] ?? '', local, checksCharacters)
    if (!entry.ok) return entry
    const first = places.get(entry.value.address)
    if (first !== undefined) return broken(`entry[${place}]`, problems.twice(first))
    places.set(entry.value.address, place)
    entries.push(entry.value)
  }
  return ok(entries)
}

function readEntries(bundle: unknown): Checked<readonly unknown[]> {
  if (!isObject(bundle)) return broken('resourceType', problems.oneOf(['Bundle']))
  if (bundle.resourceType !== 'Bundle') return broken('resourceType', problems.oneOf(['Bundle']))
  const types = ['transaction', 'collection']
  if (!types.includes(bundle.type as string)) return broken('type', problems.oneOf(types))
  const { entry = [] } = bundle
  return Array.isArray(entry) ? ok(entry) : broken('entry', problems.array)
}

function readEntry(sent: unknown, place: number, text: string, local: string, checksCharacters: boolean): Checked<Entry> {
  const at = `entry[${place}]`
  if (!isObject(sent)) return broken(at, problems.object)
  const { fullUrl, resource, request } = sent
  if (fullUrl !== undefined && !isAddress(fullUrl)) return broken(`${at}.fullUrl`, problems.address)
  const method = isObject(request) ? request.method : 'POST'
  if (method !== 'POST' && method !== 'PUT') return broken(`${at}.request.method`, problems.oneOf(['POST', 'PUT']))
  const path = `${at}.resource`
  const read = readResource(resource, path)
  if (!read.ok) return read
  const address = addressOf(fullUrl, read.value, local)
  if (address === null) return broken(at, problems.nameless)
  const found = findReferences(read.value, path, checksCharacters)
  if (!found.ok) return found
  const hash = createHash('sha256').update(text).digest('hex')
  return ok({ path, address, resource: read.value, text, hash, references: found.value })
}

function readResource(resource: unknown, path: string): Checked<Resource> {
  if (resource === undefined) return broken(path, problems.missing)
  if (!isObject(resource)) return broken(path, problems.object)
  const { resourceType, id } = resource
  if (typeof resourceType !== 'string') return broken(`${path}.resourceType`, resourceType === undefined ? problems.missing : problems.text)
  if (!/^[A-Z][A-Za-z]{1,63}$/.test(resourceType)) return broken(`${path}.resourceType`, problems.oneOf(['Patient', 'Observation', '…']))
  if (id !== undefined && !(typeof id === 'string' && /^[\w.-]{1,128}$/.test(id))) return broken(`${path}.id`, problems.id)
  const { contained = [] } = resource as { contained?: unknown }
  if (!Array.isArray(contained)) return broken(`${path}.contained`, problems.array)
  for (const [place, one] of contained.entries()) {
    if (!isObject(one)) return broken(`${path}.contained[${place}]`, problems.object)
    const inside = one.resourceType === 'Medication' ? checkShape(one as Resource, `${path}.contained[${place}]`) : ok(null)
    if (!inside.ok) return inside
  }
  return checkShape(resource as Resource, path)
}
