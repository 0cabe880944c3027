import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { endGrants, type GrantReason, lastGrantUntil, writeGrant } from '../../../platform/grant/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { deleteCard, findPerson, setCardVisibleUntil, writeCard } from '../store/person.ts'

export type Showing = {
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly reason: GrantReason
  /** The visit, referral or contract this rests on. */
  readonly subjectId: string
  readonly until: Instant
}

/** Lets institutions see a person, inside the transaction of what gives the reason. The caller has a network scope. */
export async function showPerson(work: Work, { personId, institutionIds, reason, subjectId, until }: Showing): Promise<void> {
  const person = present(await findPerson(work, personId), 'the person that is shown')
  for (const institutionId of [...new Set(institutionIds)].sort()) {
    await writeGrant(work, { personId, institutionId, reason, subjectId, until })
    await writeCard(work, institutionId, personId, person, (await lastGrantUntil(work, personId, institutionId)) ?? until)
  }
}

/** Ends what rests on this subject: grants at once, and the card where no other reason is left. */
export async function hidePerson(work: Work, reason: GrantReason, subjectId: string): Promise<void> {
  for (const { institutionId, personId, until } of await endGrants(work, reason, subjectId)) {
    if (until) await setCardVisibleUntil(work, institutionId, personId, until)
    else await deleteCard(work, institutionId, personId)
  }
}
