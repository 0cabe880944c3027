import type { Id } from '../../../../kernel/id.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { addressesOf, identifierText, readSearch, type Search, withoutVersion } from './address.ts'
import { broken, problems } from './broken.ts'
import type { Entry, Resource } from './resource.ts'

/** A resource that came before, as it stands. */
export type KnownSource = {
  readonly id: Id<'source'>
  readonly address: string
  readonly type: string
  readonly hash: string
  readonly version: number
  readonly personId: Id<'person'> | null
  readonly institutionId: Id<'institution'> | null
  /** Of what is about nobody: the hashes of its earlier versions. Two files that describe one hospital differently are each news once. */
  readonly earlier: readonly string[]
}
export type KnownParty = Pick<KnownSource, 'type' | 'personId' | 'institutionId'>
export type Known = {
  readonly sources: ReadonlyMap<string, KnownSource>
  /** By `Type?identifier=system|value`, as a search writes it. */
  readonly parties: ReadonlyMap<string, KnownParty>
}
/** What a reference means: an entry of the bundle, a resource inside the one that refers, or one that came before. */
export type Target = { readonly type: string; readonly entry?: Entry; readonly resource?: Resource; readonly known?: KnownParty }

export const partyKey = (type: string, identifier: string): string => `${type}?identifier=${identifier}`

const longestIdentifier = 200
const within = (text: string): boolean => text !== '' && text.length <= longestIdentifier

/** The identifiers of a resource that have a system, with their places; those that are old or for a while only identify nobody. */
export function identifiersOf({ identifier }: Resource): { place: number; system: string; value: string; text: string }[] {
  const sent = (Array.isArray(identifier) ? identifier : []) as ({ system?: unknown; value?: unknown; use?: unknown } | null)[]
  return sent.flatMap((one, place) => {
    const { system, value, use } = one ?? {}
    const names = typeof system === 'string' && typeof value === 'string' && within(system) && within(value)
    return names && use !== 'old' && use !== 'temp' ? [{ place, system, value, text: identifierText(system, value) }] : []
  })
}

/** What lies outside the bundle, to be asked of what is known. */
export type Outside = {
  readonly path: string
  readonly reference: string
  readonly addresses: readonly string[]
  readonly party: Search | null
}

export type Links = ReturnType<typeof linkBundle>

/** Resolves references: within the bundle, and what is outside of it by what is known. */
export function linkBundle(entries: readonly Entry[], local: string) {
  const index = indexOf(entries)
  const inBundle = (entry: Entry, reference: string): readonly Target[] => {
    if (reference.startsWith('#')) return inside(entry.resource, reference.slice(1))
    if (reference.includes('?')) return (index.byParty.get(searchKey(reference) ?? '') ?? []).map(targetOf)
    const addresses = addressesOf(reference, entry.address, local)
    const found = addresses.map((address) => index.byAddress.get(address)).find(Boolean) ?? index.byTypeAndId.get(withoutVersion(reference))
    return found ? [targetOf(found)] : []
  }
  const outsideOf = (entry: Entry, reference: string): Omit<Outside, 'path'> =>
    reference.includes('?')
      ? { reference, addresses: [], party: readSearch(reference) }
      : { reference, addresses: reference.startsWith('#') ? [] : addressesOf(reference, entry.address, local), party: null }
  return {
    /** References that the bundle does not answer itself; one that nothing could answer is refused. */
    outside(): Result<Outside[], 'people.bundle-broken'> {
      const found: Outside[] = []
      for (const entry of entries)
        for (const { path, reference } of entry.references) {
          if (reference.includes('?') && !searchKey(reference)) return broken(path, problems.search(reference))
          const targets = inBundle(entry, reference)
          if (targets.length > 1) return broken(path, problems.several(reference))
          if (targets.length === 0) found.push({ path, ...outsideOf(entry, reference) })
        }
      return ok(found)
    },
    /** What a reference of an entry means; undefined only before all of them were checked. */
    resolve(entry: Entry, reference: string, known: Known): Target | undefined {
      const [target] = inBundle(entry, reference)
      if (target) return target
      const party = knownOf(outsideOf(entry, reference), known)
      return party && { type: party.type, known: party }
    },
  }
}

/** What is known of something outside the bundle. */
export const knownOf = ({ addresses, party }: Pick<Outside, 'addresses' | 'party'>, known: Known): KnownParty | undefined =>
  party === null
    ? addresses.map((address) => known.sources.get(address)).find(Boolean)
    : known.parties.get(partyKey(party.type, party.identifier))

const targetOf = (entry: Entry): Target => ({ type: entry.resource.resourceType, entry })

function searchKey(reference: string): string | null {
  const search = readSearch(reference)
  return search && partyKey(search.type, search.identifier)
}

function inside(container: Resource, id: string): Target[] {
  const contained = (Array.isArray(container.contained) ? container.contained : []) as Resource[]
  const resource = id === '' ? container : contained.find((one) => one?.id === id)
  return resource ? [{ type: resource.resourceType, resource }] : []
}

function indexOf(entries: readonly Entry[]) {
  const byAddress = new Map<string, Entry>()
  const byTypeAndId = new Map<string, Entry>()
  const byParty = new Map<string, Entry[]>()
  for (const entry of entries) {
    const { resourceType, id } = entry.resource
    byAddress.set(entry.address, entry)
    if (id !== undefined) byTypeAndId.set(`${resourceType}/${id}`, entry)
    for (const { text } of identifiersOf(entry.resource)) {
      const key = partyKey(resourceType, text)
      byParty.set(key, [...(byParty.get(key) ?? []), entry])
    }
  }
  return { byAddress, byTypeAndId, byParty }
}
