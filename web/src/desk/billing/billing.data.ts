import {
  issueBill,
  listBills,
  makeRefund,
  previewRefund,
  recordPayment,
  returnDeposit,
  showBill,
  showCheckout,
  takeDeposit,
} from '../../client/operations'
import { ask, askPages } from '../../wire/query'
import type { BillsView } from './bills/bills.view'

export const checkout = (visitId: string) => ask(showCheckout, { visitId })
export const bill = (billId: string) => ask(showBill, { billId })
export const bills = ({ state, person, from, until }: BillsView) => askPages(listBills, { state, personId: person, from, until })
export const refundPreview = (billId: string, lines: readonly RefundLine[]) => ask(previewRefund, { billId, lines: [...lines] })

export type RefundLine = { readonly chargeId: string; readonly amountFen: number | null }
export const verbs = { issueBill, recordPayment, makeRefund, takeDeposit, returnDeposit }
export const afterChange = [[showCheckout.id], [showBill.id], [listBills.id]]
