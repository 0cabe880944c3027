import type { Module } from '../../platform/operation/index.ts'
import { returnDeposit, takeDeposit } from './commands/deposit.ts'
import { issueBill } from './commands/issue-bill.ts'
import { makeRefund } from './commands/make-refund.ts'
import { recordPayment } from './commands/record-payment.ts'
import { recordRemittance } from './commands/record-remittance.ts'
import { setPrice } from './commands/set-price.ts'
import { billStateWords } from './domain/bill.ts'
import { meansWords } from './domain/posting.ts'
import { billIssued, billRefunded, billSettled } from './events.ts'
import { listBills, listMyBills } from './queries/list-bills.ts'
import { previewRefund } from './queries/preview-refund.ts'
import { showBill, showMyBill } from './queries/show-bill.ts'
import { showCheckout } from './queries/show-checkout.ts'
import { postRemittance } from './reactions.ts'
import { refusals } from './refusals.ts'
import { billingInvariants } from './store/invariants.ts'

export const billing: Module = {
  name: 'billing',
  zh: '收费',
  en: 'Billing',
  permissions: {
    'billing.price.set': { zh: '设置本机构的价格', en: 'Set prices of the institution' },
    'billing.bill.issue': { zh: '结账', en: 'Issue bills' },
    'billing.bill.read': { zh: '查看费用和账单', en: 'Read charges and bills' },
    'billing.payment.record': { zh: '收款', en: 'Record payments' },
    'billing.deposit.take': { zh: '收取和退还预交金', en: 'Take and return deposits' },
    'billing.refund.make': { zh: '退款', en: 'Make refunds' },
    'billing.own-bill.read': { zh: '查看自己和家人的账单', en: 'Read own and family bills' },
    'billing.remittance.record': { zh: '登记赔付（系统）', en: 'Record what a payer paid (system)' },
  },
  refusals,
  events: [billIssued, billSettled, billRefunded],
  routes: [
    { method: 'POST', path: '/api/billing/prices', operation: setPrice },
    { method: 'POST', path: '/api/billing/visits/:visitId/bill', operation: issueBill },
    { method: 'POST', path: '/api/billing/bills/:billId/payments', operation: recordPayment },
    { method: 'POST', path: '/api/billing/bills/:billId/refunds', operation: makeRefund },
    { method: 'POST', path: '/api/billing/deposits', operation: takeDeposit },
    { method: 'POST', path: '/api/billing/deposits/return', operation: returnDeposit },
    { method: 'GET', path: '/api/billing/visits/:visitId/checkout', operation: showCheckout },
    { method: 'GET', path: '/api/billing/bills', operation: listBills },
    { method: 'GET', path: '/api/billing/bills/:billId', operation: showBill },
    { method: 'POST', path: '/api/billing/bills/:billId/refunds/preview', operation: previewRefund },
    { method: 'GET', path: '/api/billing/my-bills', operation: listMyBills },
    { method: 'GET', path: '/api/billing/my-bills/:billId', operation: showMyBill },
  ],
  inner: [recordRemittance],
  reactions: [postRemittance],
  timers: [],
  invariants: billingInvariants,
  enums: {
    billState: billStateWords,
    paymentMeans: meansWords,
    itemSystem: {
      service: { zh: '服务', en: 'service' },
      lab: { zh: '检验', en: 'laboratory' },
      imaging: { zh: '影像', en: 'imaging' },
      drug: { zh: '药品', en: 'drug' },
    },
    depositEntryKind: {
      taken: { zh: '收取', en: 'taken' },
      used: { zh: '抵扣', en: 'used' },
      'given-back': { zh: '退回', en: 'given back' },
      returned: { zh: '退还', en: 'returned' },
    },
    commitmentKind: {
      'billing.bill-to-pay': { zh: '账单待收款', en: 'bill to be paid' },
      'billing.refund-to-make': { zh: '待退款', en: 'refund to make' },
    },
  },
}
