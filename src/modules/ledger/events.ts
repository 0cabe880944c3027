import { Type as T } from 'typebox'
import { defineEvent } from '../../platform/operation/index.ts'

export const periodSettled = defineEvent({
  name: 'ledger.period-settled.v1',
  zh: '一个账期已结算',
  en: 'A period was settled',
  payload: T.Object({ settlementId: T.String(), networkId: T.String(), until: T.String() }),
})

export const statementConfirmed = defineEvent({
  name: 'ledger.statement-confirmed.v1',
  zh: '结算单已确认',
  en: 'A statement was confirmed',
  payload: T.Object({ statementId: T.String(), networkId: T.String() }),
})
