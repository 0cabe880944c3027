import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { PersonFacts } from '../domain/person.ts'
import { contactKey, type Known, type Recognition, recognise } from '../domain/recognise.ts'
import { personRegistered } from '../events.ts'
import { insertPersons, lockContacts, lockIdNumbers } from '../store/person.ts'
import { showPersons } from './show-person.ts'

/** How long a registration lets the institution see the person; every later contact gives a reason of its own. */
export const registrationDays = 365

/** Who these are, by the ID number over all institutions; the rivals of the same numbers wait until this transaction ends. */
export async function recogniseByCard(work: Work, rows: readonly PersonFacts[]): Promise<Recognition> {
  return recognise(
    rows,
    ({ idNumber }) => idNumber,
    await findNumbered(work, rows),
    () => work.newId<'person'>(),
  )
}

/** The same; who gives no ID number is known by name, birth date and phone at this institution. */
export async function recogniseInList(work: Work, institutionId: Id<'institution'>, rows: readonly PersonFacts[]): Promise<Recognition> {
  const phones = rows.flatMap(({ idNumber, phone }) => (idNumber === null && phone !== null ? [phone] : []))
  const known = await findNumbered(work, rows)
  for (const { id, name, ...contact } of await lockContacts(work, institutionId, phones)) {
    const key = contactKey({ name, ...contact })
    if (key) known.set(key, { id, name })
  }
  return recognise(
    rows,
    (facts) => facts.idNumber ?? contactKey(facts),
    known,
    () => work.newId<'person'>(),
  )
}

async function findNumbered(work: Work, rows: readonly PersonFacts[]): Promise<Map<string, Known>> {
  const numbered = await lockIdNumbers(
    work,
    rows.flatMap(({ idNumber }) => idNumber ?? []),
  )
  return new Map(numbered.map(({ idNumber, ...known }) => [idNumber, known]))
}

/** Registers who is new, and lets the institution see all of them. */
export async function enterPersons(work: Work, institutionId: Id<'institution'>, { answers, created }: Recognition): Promise<void> {
  if (created.length > 0) await insertPersons(work, created)
  const until = plus(work.now, { days: registrationDays })
  const personIds = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.personId] : [])))
  await showPersons(
    work,
    [...personIds].map((personId) => ({ personId, institutionIds: [institutionId], reason: 'registration', subjectId: personId, until })),
  )
  for (const { id } of created) await work.publish(personRegistered.of(id, { personId: id, institutionId }))
}
