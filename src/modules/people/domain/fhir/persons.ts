import type { Id } from '../../../../kernel/id.ts'
import { normalise } from '../../../../kernel/name.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { PlainDate } from '../../../../kernel/time.ts'
import { broken, problems } from './broken.ts'
import type { Known } from './links.ts'
import type { SentPatient } from './patient.ts'
import type { Entry } from './resource.ts'

type Person = Id<'person'>
export type KnownPersons = ReadonlyMap<Person, { readonly name: string; readonly birthDate: PlainDate }>
export type Identified = {
  readonly persons: ReadonlyMap<Entry, Person>
  /** Who was not known before, once each. */
  readonly created: readonly (SentPatient & { readonly personId: Person })[]
}

/** Who each Patient is: known by an identifier or because it came before, never by name; else new. */
export function identify(
  patients: readonly SentPatient[],
  { sources, parties }: Known,
  known: KnownPersons,
  newId: () => Person,
): Result<Identified, 'people.bundle-broken'> {
  const persons = new Map<Entry, Person>()
  const created: (SentPatient & { personId: Person })[] = []
  const named = new Map<string, Person>()
  const details = new Map(known)
  for (const patient of patients) {
    const { entry, identifiers, facts } = patient
    const hits = [
      { path: entry.path, personId: sources.get(entry.address)?.personId },
      ...identifiers.map((one) => ({ path: one.path, personId: named.get(one.key) ?? parties.get(one.key)?.personId })),
    ].filter((hit): hit is { path: string; personId: Person } => typeof hit.personId === 'string')
    const other = hits.find(({ personId }) => personId !== hits[0]?.personId)
    if (other) return broken(other.path, problems.otherPersonByIdentifier(hits[0]?.path ?? ''))
    for (const { path, personId } of hits) {
      const same = checkSame(patient, details.get(personId), path)
      if (!same.ok) return same
    }
    const personId = hits[0]?.personId ?? newId()
    if (hits.length === 0) {
      created.push({ ...patient, personId })
      details.set(personId, facts)
    }
    persons.set(entry, personId)
    for (const one of identifiers) named.set(one.key, personId)
  }
  return ok({ persons, created })
}

/** An identifier alone may be a slip of the pen: the birth date has to fit as well, and with an ID number the name. */
function checkSame(
  { entry, facts, born, identifiers }: SentPatient,
  known: { name: string; birthDate: PlainDate } | undefined,
  by: string,
): Result<null, 'people.bundle-broken'> {
  if (!known?.birthDate.startsWith(born)) return broken(`${entry.path}.birthDate`, problems.differs(by))
  const byCard = identifiers.some(({ path, system }) => path === by && system === 'resident-id')
  return byCard && normalise(known.name) !== normalise(facts.name) ? broken(`${entry.path}.name`, problems.differs(by)) : ok(null)
}
