import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { maySeeStatement } from '../domain/reader.ts'
import { dayOf } from '../domain/statement.ts'
import { statementConfirmed } from '../events.ts'
import { findReader } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { findNetworkOf } from '../store/settlement.ts'
import { lockStatement, saveConfirmed } from '../store/statement.ts'
import { tellStatements } from '../topics.ts'
import { statementToConfirm } from './settle-period.ts'

/** A party says that its statement is right: an institution by its manager, a practitioner herself. */
export const confirmStatement = defineCommand({
  name: 'ledger.confirm-statement',
  zh: '确认结算单',
  en: 'Confirm a statement',
  permission: 'ledger.statement.confirm',
  network: 'a practitioner confirms what is hers wherever she acts; only the party itself may',
  input: T.Object({ statementId: idOf('statement'), version: T.Integer({ minimum: 1 }) }),
  output: T.Object({ statementId: idOf('statement'), version: T.Integer() }),
  refusals: ['platform.not-found', 'ledger.statement-confirmed', 'ledger.statement-changed', 'ledger.not-your-statement'],
  async run(work, { statementId, version }) {
    const reader = await findReader(work)
    const statement = await lockStatement(work, statementId)
    if (!statement || !maySeeStatement(reader, statement)) return refusePlatform('platform.not-found')
    const { number, confirmedAt, networkId, partyId } = statement
    if (!reader.partyIds.includes(partyId)) return refuse('ledger.not-your-statement')
    if (confirmedAt) return refuse('ledger.statement-confirmed', { number, date: dayOf(confirmedAt) })
    if (statement.version !== version) return refuse('ledger.statement-changed', { number })
    await saveConfirmed(work, statement)
    await closeCommitment(work, statementToConfirm, statementId, 'kept')
    const of = await findNetworkOf(work, networkId)
    if (of) await tellStatements(work, of, [partyId])
    await work.publish(statementConfirmed.of(statementId, { statementId, networkId }))
    return ok({ statementId, version: version + 1 })
  },
})
