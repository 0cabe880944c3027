import type { Id } from '../../../kernel/id.ts'
import { normalise } from '../../../kernel/name.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'
import type { Person, PersonFacts } from './person.ts'

export type Known = Pick<Person, 'id' | 'name'>
export type Recognised = { readonly personId: Id<'person'>; readonly alreadyKnown: boolean }
export type Recognition = {
  /** Of each row in its order. */
  readonly answers: readonly Result<Recognised, 'people.identity-differs'>[]
  readonly created: readonly Person[]
}

/** By what a person who comes without an ID number is told from others at one institution; null: by nothing. */
export const contactKey = ({ name, birthDate, phone }: Pick<PersonFacts, 'name' | 'birthDate' | 'phone'>): string | null =>
  phone && `${phone} ${birthDate} ${normalise(name)}`

/** Who each row is: somebody known, or met in a row before, by her key; else new. A key under another name is refused. */
export function recognise(
  rows: readonly PersonFacts[],
  keyOf: (facts: PersonFacts) => string | null,
  known: ReadonlyMap<string, Known>,
  newId: () => Id<'person'>,
): Recognition {
  const met = new Map(known)
  const created: Person[] = []
  const answers = rows.map((facts): Recognition['answers'][number] => {
    const key = keyOf(facts)
    const person = key === null ? undefined : met.get(key)
    if (person && normalise(person.name) !== normalise(facts.name)) return refuse('people.identity-differs')
    if (person) return ok({ personId: person.id, alreadyKnown: true })
    const id = newId()
    created.push({ ...facts, id })
    if (key !== null) met.set(key, { id, name: facts.name })
    return ok({ personId: id, alreadyKnown: false })
  })
  return { answers, created }
}
