import type { Id } from '../../../../kernel/id.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Instant } from '../../../../kernel/time.ts'
import type { Fact } from '../fact.ts'
import { broken, problems } from './broken.ts'
import { changedAt } from './draft.ts'
import type { Concept } from './element.ts'
import { factsOf } from './facts-of.ts'
import type { Known, KnownSource, Links } from './links.ts'
import { momentOf } from './moment.ts'
import { originsOf } from './origin.ts'
import type { Entry, Resource } from './resource.ts'
import type { Shape } from './shape.ts'

/** Facts that come from a resource have this source; their key in it is the resource's id, with `#part` where it says several things. */
export const factSource = 'fhir'

export type State = 'new' | 'changed' | 'unchanged'
export type Planned = {
  readonly entry: Entry
  readonly state: State
  /** As it will stand. */
  readonly source: Omit<KnownSource, 'earlier'> & { readonly institutionId: Id<'institution'> }
  readonly facts: readonly Fact[]
}

export type Settled = {
  readonly links: Links
  readonly known: Known
  readonly persons: ReadonlyMap<Entry, Id<'person'>>
  readonly institutions: ReadonlyMap<Entry, Id<'institution'>>
  /** Who brings the bundle in: where everything comes from that does not say. */
  readonly importer: Id<'institution'>
  readonly zone: string
  readonly now: Instant
  readonly newId: () => Id<'source'>
}

type Checked<Value> = Result<Value, 'people.bundle-broken'>

/** Decides what becomes of every entry: whose it is, where it comes from, whether it is new, and which facts it says. */
export function planBundle(entries: readonly Entry[], settled: Settled): Checked<Planned[]> {
  const originOf = originsOf(settled.links, settled.known, settled.institutions)
  const planned: Planned[] = []
  for (const entry of entries) {
    const person = personOf(entry, settled)
    if (!person.ok) return person
    const before = settled.known.sources.get(entry.address)
    if (before?.personId && before.personId !== person.value) return broken(entry.path, problems.otherPerson)
    const state = stateOf(entry, before)
    const source = {
      id: before?.id ?? settled.newId(),
      address: entry.address,
      type: entry.resource.resourceType,
      hash: entry.hash,
      version: (before?.version ?? 0) + (state === 'unchanged' ? 0 : 1),
      personId: person.value,
      institutionId: originOf(entry) ?? settled.importer,
    }
    planned.push({ entry, state, source, facts: state === 'unchanged' ? [] : saidBy(entry, source, settled) })
  }
  return ok(planned)
}

const stateOf = ({ hash }: Entry, before: KnownSource | undefined): State => {
  if (before === undefined) return 'new'
  return before.hash === hash || before.earlier.includes(hash) ? 'unchanged' : 'changed'
}

/** Elements that name whom a resource is about. */
const aboutElements = ['subject', 'patient', 'beneficiary', 'individual', 'for', 'person'] as const

/** Whom a resource is about: whom it names, else the only person it refers to. */
function personOf(entry: Entry, { links, known, persons }: Settled): Checked<Id<'person'> | null> {
  const own = persons.get(entry)
  if (own) return ok(own)
  const meant = (reference: string) => {
    const target = links.resolve(entry, reference, known)
    return target?.type === 'Patient' ? { personId: (target.entry && persons.get(target.entry)) ?? target.known?.personId ?? null } : null
  }
  for (const element of aboutElements) {
    const { reference } = (entry.resource[element] ?? {}) as { reference?: unknown }
    if (typeof reference !== 'string') continue
    const found = meant(reference)
    if (found?.personId) return ok(found.personId)
    if (found || element === 'patient') return broken(`${entry.path}.${element}.reference`, problems.noPatient(reference))
    return ok(null)
  }
  const others = new Set(
    entry.references.map(({ reference }) => meant(reference)?.personId).filter((one) => one !== undefined && one !== null),
  )
  const [only] = others
  return ok(others.size === 1 && only !== undefined ? only : null)
}

function saidBy(entry: Entry, { id, personId, institutionId }: Planned['source'], settled: Settled): Fact[] {
  if (personId === null) return []
  const { links, known, zone, now } = settled
  const targetOf = (reference: string | undefined) => (reference === undefined ? undefined : links.resolve(entry, reference, known))
  const { encounter, meta } = entry.resource as Resource & { encounter?: { reference?: string } }
  const visit = targetOf(encounter?.reference)?.entry?.resource as (Resource & Shape<'Encounter'>) | undefined
  const began = visit?.resourceType === 'Encounter' ? visit.period?.start : undefined
  const context = {
    zone,
    otherwise: began === undefined ? (changedAt(meta) ?? now) : momentOf(began, zone),
    conceptOf: (reference: string | undefined) => {
      const target = targetOf(reference)
      return target?.type === 'Medication' ? ((target.entry?.resource ?? target.resource)?.code as Concept | undefined) : undefined
    },
  }
  return factsOf(entry.resource, context).map(({ part, ...draft }) => ({
    ...draft,
    personId,
    institutionId,
    source: factSource,
    sourceId: part === '' ? id : `${id}#${part}`,
  }))
}
