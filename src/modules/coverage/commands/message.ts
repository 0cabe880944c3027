import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { plus } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { type Message, pauseAfter } from '../domain/message.ts'
import { refuse } from '../refusals.ts'
import { lockClaim, saveClaim } from '../store/claim.ts'
import { lockMessage, saveMessage } from '../store/message.ts'
import { tellCover, tellDesks } from '../topics.ts'

/** Writes how a try to send went: taken by the payer, to be tried again after a pause, or parked. */
export const noteSent = defineCommand({
  name: 'coverage.note-sent',
  zh: '记录发送结果',
  en: 'Note how sending went',
  permission: 'coverage.exchange.run',
  network: 'the worker sends what any institution has written',
  input: T.Object({
    messageId: idOf('message'),
    /** Null: the payer has taken it. */
    fault: nullable(T.String({ maxLength: 300 })),
    /** No pause would help: the payer has refused it. */
    final: T.Boolean(),
  }),
  output: T.Object({ messageId: idOf('message') }),
  refusals: [],
  async run(work, { messageId, fault, final }) {
    const message = present(await lockMessage(work, messageId), 'the message that was sent')
    if (message.state === 'waiting') await (fault === null ? becomeSent(work, message) : becomeLater(work, message, fault, final))
    await tellDesks(work, message.institutionIds)
    if (message.personId) await tellCover(work, message.personId)
    return ok({ messageId })
  },
})

async function becomeSent(work: Work, { id, kind, subjectId, revision, tries }: Message): Promise<void> {
  await saveMessage(work, id, { state: 'sent', sentAt: work.now, tries: tries + 1, fault: null, nextAt: null })
  if (kind !== 'claim') return
  const claim = present(await lockClaim(work, { id: subjectId as Id<'claim'> }), 'the claim that was sent')
  if (claim.revision === revision && claim.state === 'to-submit') await saveClaim(work, { ...claim, state: 'submitted' })
}

async function becomeLater(work: Work, { id, tries }: Message, fault: string, final: boolean): Promise<void> {
  const seconds = final ? null : pauseAfter(tries + 1)
  const nextAt = seconds === null ? null : plus(work.now, { seconds })
  await saveMessage(work, id, { state: nextAt ? 'waiting' : 'parked', tries: tries + 1, fault, nextAt })
}

/** Sends a parked message again: a person has seen why, and mended it. */
export const retryMessage = defineCommand({
  name: 'coverage.retry-message',
  zh: '重发消息',
  en: 'Send a parked message again',
  permission: 'coverage.claim.send',
  input: T.Object({ messageId: idOf('message') }),
  output: T.Object({ messageId: idOf('message') }),
  refusals: ['platform.not-found', 'coverage.message-not-parked'],
  async run(work, { messageId }) {
    const message = await lockMessage(work, messageId)
    if (!message) return refusePlatform('platform.not-found')
    if (message.state !== 'parked') return refuse('coverage.message-not-parked')
    await saveMessage(work, messageId, { state: 'waiting', tries: 0, nextAt: work.now })
    await tellDesks(work, message.institutionIds)
    return ok({ messageId })
  },
})
