import { dateOf } from '../../../parts/moment'
import type { KnownFact } from './reads'

/** One line of the timeline: a fact, or everything that one institution measured on one day. */
export type Entry = { readonly first: KnownFact; readonly measured: readonly KnownFact[] }

/** Facts as lines, in their order; what was measured together stands where the first of it does. */
export function entriesOf(facts: readonly KnownFact[]): Entry[] {
  const entries: { first: KnownFact; measured: KnownFact[] }[] = []
  const days = new Map<string, KnownFact[]>()
  for (const fact of facts) {
    const key = `${dateOf(fact.happenedAt)} ${fact.institutionId}`
    const together = fact.kind === 'measurement' ? days.get(key) : undefined
    if (together) {
      together.push(fact)
      continue
    }
    const measured = fact.kind === 'measurement' ? [fact] : []
    if (fact.kind === 'measurement') days.set(key, measured)
    entries.push({ first: fact, measured })
  }
  return entries
}
