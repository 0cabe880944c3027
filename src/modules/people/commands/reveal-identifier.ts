import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findPerson } from '../store/person.ts'

/** The whole numbers of a person for a stated reason: the person reads it among who saw her, and the answer is kept nowhere. */
export const revealIdentifier = defineCommand({
  name: 'people.reveal-identifier',
  zh: '查看完整证件号和手机号',
  en: 'Show the whole ID number and phone',
  permission: 'people.identifier.reveal',
  input: T.Object({ personId: idOf('person'), reason: T.String({ minLength: 2, maxLength: 100, pattern: '\\S\\s*\\S' }) }),
  output: T.Object({ idNumber: nullable(T.String()), phone: nullable(T.String()) }),
  answersOnce: true,
  refusals: ['platform.person-not-open', 'platform.not-found'],
  async run(work, { personId, reason }) {
    const opened = await openPerson(work, personId, reason.trim())
    if (!opened.ok) return opened
    const person = await findPerson(work, personId)
    return person ? ok({ idNumber: person.idNumber, phone: person.phone }) : refusePlatform('platform.not-found')
  },
})
