import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { messageKinds, messageStates, type QueryCode, queryWords } from '../domain/message.ts'
import { listStuckMessages as listStuck } from '../store/claim-list.ts'
import { deskTopic } from '../topics.ts'

/** Messages that belong to no claim and wait for a person: questions that could not be sent, answers that match nothing. */
export const listStuckMessages = defineQuery({
  name: 'coverage.list-stuck-messages',
  zh: '停住的消息',
  en: 'Messages that are stuck',
  permission: 'coverage.claim.read',
  input: T.Object({}),
  output: T.Object({
    live: liveView,
    items: T.Array(
      T.Object({
        messageId: idOf('message'),
        kind: words(messageKinds, 'messageKind'),
        state: words(messageStates, 'messageState'),
        query: nullable(words(Object.keys(queryWords) as QueryCode[], 'claimQuery')),
        fault: nullable(T.String()),
        tries: T.Integer(),
        payer: bilingual,
        madeAt: instant,
        resource: T.Object({}, { additionalProperties: true }),
      }),
    ),
  }),
  refusals: [],
  async run(work) {
    const live = await includes(work, deskTopic, work.actor.institutionId ?? work.actor.accountId)
    const rows = await listStuck(work)
    return ok({ live, items: rows.map(({ payerZh, payerEn, ...row }) => ({ ...row, payer: { zh: payerZh, en: payerEn } })) })
  },
})
