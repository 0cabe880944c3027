import {
  defineOffering,
  listOfferings,
  listSites,
  repriceOffering,
  retireOffering,
  showInstitution,
  showOffering,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const offerings = () => askPages(listOfferings, {})
export const offering = (offeringId: string, date?: string) => ask(showOffering, { offeringId, date })
export const sites = () => ({ ...ask(listSites, {}), staleTime: 300_000 })
/** The own institution, with the networks that it is a member of. */
export const ownInstitution = (institutionId: string) => ask(showInstitution, { institutionId })

export const steps = { defineOffering, repriceOffering, retireOffering }
export const afterChange = [[listOfferings.id], [showOffering.id]]
