import type { Words } from '../../platform/operation/index.ts'
import type { AccountPurpose, PartyKind } from './domain/account.ts'
import type { PostingKind } from './domain/posting.ts'
import type { StatementState } from './domain/statement.ts'

export const purposeWords: Readonly<Record<AccountPurpose, Words>> = {
  receivable: { zh: '应收', en: 'receivable' },
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '刷卡', en: 'card' },
  bank: { zh: '银行存款', en: 'bank' },
  deposit: { zh: '预交金', en: 'deposit' },
  'to-share': { zh: '待分款', en: 'to share' },
  share: { zh: '分成', en: 'share' },
}

/** What lies on the accounts of a purpose. */
export const meaningWords: Readonly<Record<AccountPurpose, Words>> = {
  receivable: { zh: '该付还没有付给我们的', en: 'owed to us and not paid' },
  cash: { zh: '收在手里的现金', en: 'cash in the till' },
  card: { zh: '刷卡收到的', en: 'what was paid by card' },
  bank: { zh: '存在银行的', en: 'what lies in the bank' },
  deposit: { zh: '替人保管、没有用掉的', en: 'kept for others and not used' },
  'to-share': { zh: '已开账单、还没有分的', en: 'billed and not divided yet' },
  share: { zh: '已分给各方、待付的', en: 'divided and to be paid out' },
}

export const partyWords: Readonly<Record<PartyKind, Words>> = {
  institution: { zh: '机构', en: 'institution' },
  practitioner: { zh: '医师', en: 'practitioner' },
  person: { zh: '就诊人', en: 'patient' },
  payer: { zh: '支付方', en: 'payer' },
}

export const postingWords: Readonly<Record<PostingKind, Words>> = {
  bill: { zh: '账单', en: 'bill' },
  payment: { zh: '收款', en: 'payment' },
  deposit: { zh: '收预交金', en: 'deposit taken' },
  'deposit-use': { zh: '预交金抵扣', en: 'deposit used' },
  'deposit-return': { zh: '退预交金', en: 'deposit returned' },
  'payer-payment': { zh: '赔付到账', en: 'payment of the payer' },
  'payer-refusal': { zh: '拒付', en: 'refused by the payer' },
  refund: { zh: '退款', en: 'refund' },
  'refund-payout': { zh: '退款付出', en: 'refund paid out' },
  settlement: { zh: '结算', en: 'settlement' },
}

export const settlementWords = {
  statementState: {
    'to-confirm': { zh: '待确认', en: 'to confirm' },
    confirmed: { zh: '已确认', en: 'confirmed' },
  } satisfies Record<StatementState, Words>,
  paymentKind: { patient: { zh: '患者', en: 'patient' }, payer: { zh: '支付方', en: 'payer' } },
  stageKind: {
    bill: { zh: '分账单', en: 'divides the bill' },
    holding: { zh: '分一方所得', en: 'divides what a party holds' },
    use: { zh: '使用费', en: 'fee of use' },
  },
  commitmentKind: { 'ledger.statement-to-confirm': { zh: '确认结算单', en: 'Confirm a statement' } },
}
