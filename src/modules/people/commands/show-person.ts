import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { endGrants, findLastGrants, type GrantReason, writeGrants } from '../../../platform/grant/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { deleteCard, findWholePersons, setCardVisibleUntil, writeCards } from '../store/person.ts'

export type Showing = {
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly reason: GrantReason
  /** The visit, referral or contract this rests on. */
  readonly subjectId: string
  readonly until: Instant
}

/** Lets institutions see a person, inside the transaction of what gives the reason. The caller has a network scope. */
export const showPerson = (work: Work, showing: Showing): Promise<void> => showPersons(work, [showing])

/** The same of several persons, each named once. */
export async function showPersons(work: Work, showings: readonly Showing[]): Promise<void> {
  const grants = showings
    .flatMap(({ institutionIds, ...showing }) => [...new Set(institutionIds)].map((institutionId) => ({ ...showing, institutionId })))
    .toSorted((one, other) => (`${one.personId} ${one.institutionId}` < `${other.personId} ${other.institutionId}` ? -1 : 1))
  if (grants.length === 0) return
  await writeGrants(work, grants)
  const persons = new Map(
    (
      await findWholePersons(
        work,
        showings.map(({ personId }) => personId),
      )
    ).map((person) => [person.id, person]),
  )
  const lasts = new Map((await findLastGrants(work, grants)).map((last) => [`${last.personId} ${last.institutionId}`, last.until]))
  const cards = grants.map(({ personId, institutionId, until }) => ({
    institutionId,
    person: present(persons.get(personId), 'the person that is shown'),
    visibleUntil: lasts.get(`${personId} ${institutionId}`) ?? until,
  }))
  await writeCards(work, cards)
}

/** Ends what rests on this subject: grants at once, and the card where no other reason is left. */
export async function hidePerson(work: Work, reason: GrantReason, subjectId: string): Promise<void> {
  for (const { institutionId, personId, until } of await endGrants(work, reason, subjectId)) {
    if (until) await setCardVisibleUntil(work, institutionId, personId, until)
    else await deleteCard(work, institutionId, personId)
  }
}
