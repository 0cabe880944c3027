import {
  type ListMyBillsAnswer,
  listMyBills,
  type ShowCoverAnswer,
  type ShowMyBillAnswer,
  showCover,
  showMyBill,
} from '../../client/operations'
import { ask, askPages } from '../../wire/query'

export type BillRow = ListMyBillsAnswer['items'][number]
export type Cover = NonNullable<ShowCoverAnswer['cover']>
export type Bill = ShowMyBillAnswer['bill']

// What a family member looks at is written down: read again when told of a change, never by time.
const told = { staleTime: 300_000 }
export const bills = (personId: string | undefined) => ({ ...askPages(listMyBills, { personId }), ...told })
/** The newest bills alone, for what is open and for the bill of a visit. */
export const newestBills = (personId: string | undefined) => ({ ...ask(listMyBills, { personId }), ...told })
export const bill = (billId: string, personId: string | undefined) => ({ ...ask(showMyBill, { billId, personId }), ...told })
export const cover = (personId: string | undefined) => ({ ...ask(showCover, { personId }), ...told })
