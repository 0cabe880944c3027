import {
  cancelVisit,
  confirmVisit,
  findDays,
  findPromises,
  findVisit,
  holdVisit,
  listOfferings,
  listVisits,
  prolongHold,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

const lookMilliseconds = 10_000

export const offerings = () => ask(listOfferings, {})
export const days = (offeringId: string) => ({ ...ask(findDays, { offeringId }), refetchInterval: lookMilliseconds })
export const promises = (offeringId: string, date: string) => ({
  ...askPages(findPromises, { offeringId, date }),
  refetchInterval: lookMilliseconds,
})
export const visit = (visitId: string, personId: string | undefined) => ask(findVisit, { visitId, personId })
export const steps = { holdVisit, confirmVisit, prolongHold, cancelVisit }
export const afterChange = [[findDays.id], [findPromises.id], [findVisit.id], [listVisits.id]]
