import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, instant } from '../../../platform/operation/schema.ts'
import { readableCharacters } from '../../../platform/session/readable.ts'
import { codeLength, hashOfCode, invitationDays, knowsInvited } from '../domain/invitation.ts'
import type { PersonFacts } from '../domain/person.ts'
import { refuse } from '../refusals.ts'
import { takeInvitation, writeInvitation } from '../store/invitation.ts'
import { findPerson } from '../store/person.ts'

/** A code for the person who stands at the desk: with it an account is bound to her, once. It is shown once, and kept as a hash. */
export const invitePerson = defineCommand({
  name: 'people.invite-person',
  zh: '发邀请码',
  en: 'Make an invitation code',
  permission: 'people.person.invite',
  input: T.Object({ personId: idOf('person') }),
  output: T.Object({ code: T.String(), validUntil: instant }),
  answersOnce: true,
  refusals: ['platform.person-not-open'],
  async run(work, { personId }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const code = readableCharacters(codeLength)
    const validUntil = plus(work.now, { days: invitationDays })
    await writeInvitation(work, { personId, codeHash: hashOfCode(code), validUntil })
    return ok({ code, validUntil })
  },
})

/** Uses a code up for who also knows the person's birth date, and answers whose it is; a wrong guess says no more than that it is wrong. */
export async function acceptInvitation(work: Work, code: string, given: PersonFacts): Promise<Result<Id<'person'>, 'people.code-wrong'>> {
  const personId = await takeInvitation(work, hashOfCode(code))
  const invited = personId && (await findPerson(work, personId))
  return invited && knowsInvited(given, invited) ? ok(invited.id) : refuse('people.code-wrong')
}
