import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Instant, plus } from '../../../kernel/time.ts'
import { type OpeningReason, openPerson } from '../../../platform/grant/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { historyDays } from '../domain/consent.ts'
import { factFlags, factKinds, factStatuses, type KnownFact } from '../domain/fact.ts'
import { type Sight, sightOf, sightReasons, whySeen } from '../domain/sight.ts'
import { agreesToShow } from '../store/consent.ts'

export const sightReason = words(sightReasons, 'sightReason')

/** A fact with where it comes from, and why the reader may see it. */
export const factView = T.Object({
  id: idOf('fact'),
  kind: words(factKinds, 'factKind'),
  status: words(factStatuses, 'factStatus'),
  code: nullable(T.Object({ system: T.String(), code: T.String() })),
  name: bilingual,
  value: nullable(T.Number()),
  unit: nullable(T.String()),
  low: nullable(T.Number()),
  high: nullable(T.Number()),
  flag: nullable(words(factFlags, 'factFlag')),
  note: nullable(T.String()),
  happenedAt: instant,
  endedAt: nullable(instant),
  institutionId: idOf('institution'),
  institution: bilingual,
  why: sightReason,
})

type Name = { readonly zh: string; readonly en: string }

/** A name that is known in one language stands for both. */
export const nameOf = ({ name: { zh, en } }: Pick<KnownFact, 'name'>): Name => ({ zh: zh ?? en ?? '', en: en ?? zh ?? '' })

/** A fact that the store has answered, with the name of its institution and the reason to see it. */
export function viewOf(fact: KnownFact, sight: Sight, institutions: ReadonlyMap<string, Name>) {
  return {
    ...fact,
    name: nameOf(fact),
    institution: present(institutions.get(fact.institutionId), 'the institution that a fact comes from'),
    why: present(whySeen(sight, fact), 'a reason to see what the store has answered'),
  }
}

type Seen = { readonly reason: OpeningReason; readonly until: Instant | null; readonly sight: Sight }

/** Opens a person, and says what of her facts the actor sees. */
export async function openFacts(work: Work, personId: Id<'person'>): Promise<Result<Seen, 'platform.person-not-open'>> {
  const { institutionId } = work.actor
  // The consent is asked for in the same breath: it is seen only where the statement before has opened her.
  const [opened, agreed] = await Promise.all([
    openPerson(work, personId),
    agreesToShow(work, personId, institutionId, plus(work.now, { days: -historyDays })),
  ])
  if (!opened.ok) return opened
  const { reason, until } = opened.value
  return ok({ reason, until, sight: sightOf({ institutionId, reason, agreed }) })
}
