import type { Words } from '../../platform/operation/index.ts'
import type { AccountPurpose } from './domain/account.ts'
import type { PostingKind } from './domain/posting.ts'

export const purposeWords: Readonly<Record<AccountPurpose, Words>> = {
  receivable: { zh: '应收', en: 'receivable' },
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '刷卡', en: 'card' },
  bank: { zh: '银行存款', en: 'bank' },
  deposit: { zh: '预交金', en: 'deposit' },
  'to-share': { zh: '待分款', en: 'to share' },
  share: { zh: '分成', en: 'share' },
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
