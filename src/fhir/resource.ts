import type { Resource, ResourceType } from '@medplum/fhirtypes'
import type { Id } from '../kernel/id.ts'
import type { Name } from '../kernel/result.ts'
import type { Instant } from '../kernel/time.ts'
import type { Work } from '../platform/operation/index.ts'
import type { Seek } from '../platform/seek/index.ts'
import type { Parameter } from './parameter.ts'

/** What of an opened person's facts the reader sees: his own institution's, kinds that all who treat see, and all others for a reason. */
export type Sight = { readonly own: string | null; readonly kinds: readonly string[]; readonly others: string | null }

/** The person who was opened for this request, and what is seen of her. */
export type Opened = { readonly personId: Id<'person'>; readonly sight: Sight }

/** A row as a room's store answers it; `sortedBy` is the key of its page beside the id. */
export type Row = { readonly id: string; readonly personId?: string; readonly sortedBy?: string }

/** What a row was from a moment on. */
export type Version<Kept> = { readonly id: string; readonly at: Instant; readonly row: Kept }

/** References of a resource that a search may ask to include. */
export type Include = { readonly target: ResourceType; readonly of: (resource: never) => readonly ({ reference?: string } | undefined)[] }

/**
 * One FHIR R4 resource type of a room: what it answers, how it is searched, and how a row of its store becomes the resource. No rule and
 * no SQL stands here: `find` is the room's store under row-level security.
 */
export type ResourceDefinition<Kept extends Row = Row> = {
  readonly type: ResourceType
  readonly text: Name
  /** The permission of the room that a reader needs beside `fhir.resource.read`; `wide`: to search without naming a person. */
  readonly permission: { readonly staff: string; readonly patient: string; readonly wide?: string }
  /** `person`: her row, its id names her; `herself`: the person; `nobody`: directories and calendars. */
  readonly about: 'person' | 'herself' | 'nobody'
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Of these a search of staff gives at least one; a row about a person always may be asked for by her. */
  readonly needs: readonly string[]
  /** The parameter by which a search can be sorted, and which end comes first when nothing is said. */
  readonly sort?: { readonly by: string; readonly newestFirst: boolean }
  readonly includes: Readonly<Record<string, Include>>
  /** Which versions are kept, for the CapabilityStatement; absent: it has no versions at all. */
  readonly history?: Name
  /** Where something of this type comes about, for who tries to write it here. */
  readonly instead: Name
  /** `find` waits for one statement before it sends another; else its statements go in one breath, and the transaction may end with them. */
  readonly findsInSteps?: true
  find(work: Work, seek: Seek, opened: Opened | null): Promise<readonly Kept[]>
  /** What the row has been until now, the oldest first; the last one is the row. */
  versions(row: Kept, now: Instant): readonly Version<Kept>[]
  map(row: Kept, version: Version<Kept>): Resource
}

/** Declares a resource type; the row's type stays inside the room. */
export const defineResource = <Kept extends Row>(definition: ResourceDefinition<Kept>): ResourceDefinition =>
  definition as unknown as ResourceDefinition

/** Of a row of which only the present state is kept. */
export const onlyNow =
  <Kept extends Row>(since: (row: Kept) => Instant) =>
  (row: Kept): readonly Version<Kept>[] => [{ id: '1', at: since(row), row }]

/** The moment that a UUID of version 7 carries, for rows that note no other; the beginning of 2020 for another kind of id. */
export function momentOf(id: string): Instant {
  const milliseconds = id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : Date.UTC(2020, 0, 1)
  return new Date(milliseconds).toISOString() as Instant
}
