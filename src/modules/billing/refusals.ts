import { defineRefusals, refuserOf } from '../../kernel/refusal.ts'

export const refusals = defineRefusals({
  'billing.price-missing': {
    category: 'conflict',
    zh: '“{item}”在“{performer}”没有价格，不能开立：请改选机构，或请该机构先设价格。',
    en: '“{item}” has no price at “{performer}”: choose another department, or ask it to set one first.',
  },
  'billing.item-unknown': {
    category: 'not-found',
    zh: '编码“{code}”不在目录里，或者那天不能用。',
    en: 'The code “{code}” is not in the list, or not on that day.',
  },
  'billing.nothing-to-bill': {
    category: 'conflict',
    zh: '这次就诊没有未结的费用：可能刚刚有人结过账，请看已有账单。',
    en: 'This visit has no open charges: somebody may just have billed it. Look at its bills.',
  },
  'billing.nothing-open': {
    category: 'conflict',
    zh: '这张账单患者已经付清，没有要收的钱。',
    en: 'The patient has paid this bill in full; nothing is left to take.',
  },
  'billing.more-than-open': {
    category: 'invalid',
    zh: '账单还差 {open}，不能收 {amount}：请改金额。',
    en: '{open} is open on this bill, so {amount} cannot be taken: change the amount.',
  },
  'billing.reference-missing': {
    category: 'invalid',
    zh: '刷卡和转账要填流水号，以后才能对账。',
    en: 'A card payment and a transfer need their reference, to be found again later.',
  },
  'billing.bill-moved-on': {
    category: 'conflict',
    zh: '账单 {number} 刚被别人改过，请看最新状态再操作。',
    en: 'Bill {number} was changed by somebody else; look at its newest state first.',
  },
  'billing.refund-above-line': {
    category: 'invalid',
    zh: '“{item}”最多还能退 {most}（标价），不能退 {amount}。',
    en: 'At most {most} of the list price of “{item}” can still be refunded, not {amount}.',
  },
  'billing.refund-nothing': {
    category: 'invalid',
    zh: '请选要退的明细和金额。',
    en: 'Choose the lines to refund and how much.',
  },
  'billing.deposit-too-low': {
    category: 'conflict',
    zh: '预交金余额 {balance}，不够 {amount}：请改金额或换收款方式。',
    en: 'The deposit holds {balance}, less than {amount}: change the amount or the means.',
  },
})
export const refuse = refuserOf(refusals)
