import type { Enum } from '../../../client/enums'
import {
  cancelVisit,
  confirmVisit,
  findDays,
  findPromises,
  findVisit,
  holdVisit,
  listOfferings,
  prolongHold,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'
import type { FindView } from './find.view'

const lookMilliseconds = 10_000

export const offerings = (specialty?: Enum<'specialty'>) => ask(listOfferings, { specialty })

/** Days of an offering, looked at again while the screen is open. */
export const days = (offeringId: string, { expert, site }: FindView) => ({
  ...ask(findDays, { offeringId, expertId: expert, siteId: site }),
  refetchInterval: lookMilliseconds,
})

export const promises = (offeringId: string, date: string, { expert, site }: FindView) => ({
  ...askPages(findPromises, { offeringId, date, expertId: expert, siteId: site }),
  refetchInterval: lookMilliseconds,
})

export const visit = (visitId: string) => ask(findVisit, { visitId })

/** What a hold, a yes or a release makes old. */
export const afterChange = [[findDays.id], [findPromises.id], [findVisit.id]]
export const steps = { holdVisit, confirmVisit, prolongHold, cancelVisit }
