import { tell } from '../../../platform/live/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Fact } from '../domain/fact.ts'
import { writeFacts } from '../store/fact.ts'

/**
 * Writes what another room has learned of persons, inside its transaction; the person is opened, or the caller has a network scope.
 * Answers how many facts are new or differ.
 */
export async function recordFacts(work: Work, facts: readonly Fact[]): Promise<number> {
  if (facts.length === 0) return 0
  const written = await writeFacts(work, facts)
  for (const personId of new Set(facts.map((fact) => fact.personId))) await tell(work, 'people.person', personId)
  return written
}
