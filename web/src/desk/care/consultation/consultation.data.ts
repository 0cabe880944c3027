import {
  addAddendum,
  cancelOrder,
  checkBasket,
  draftOrder,
  dropDraft,
  finishVisit,
  listDepartments,
  quoteBasket,
  recordAllergy,
  refuteAllergy,
  saveDraft,
  showConsultation,
  signNote,
  signOrders,
} from '../../../client/operations'
import { ask } from '../../../wire/query'

export const consultation = (visitId: string) => ask(showConsultation, { visitId })
export const check = (visitId: string) => ask(checkBasket, { visitId })
export const quote = (visitId: string, orderIds: readonly string[]) => ask(quoteBasket, { visitId, orders: orderIds.join(',') })
export const departments = (visitId: string, kind: 'laboratory' | 'imaging' | 'drug', itemCode: string) =>
  ask(listDepartments, { visitId, kind, itemCode })
export const steps = {
  saveDraft,
  signNote,
  addAddendum,
  recordAllergy,
  refuteAllergy,
  draftOrder,
  dropDraft,
  signOrders,
  cancelOrder,
  finishVisit,
}
export const afterChange = [[showConsultation.id], [checkBasket.id], [quoteBasket.id]]
/** A diagnosis may be new: what the rules say of the basket follows it. */
export const afterDraft = [[checkBasket.id]]
