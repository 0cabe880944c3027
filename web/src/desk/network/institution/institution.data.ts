import {
  addLicence,
  endMembership,
  joinNetwork,
  listCommitments,
  renewFiling,
  renewLicence,
  showInstitution,
  showMap,
  showPractitioner,
} from '../../../client/operations'
import { ask } from '../../../wire/query'

export const institution = (institutionId: string) => ask(showInstitution, { institutionId })
export const steps = { addLicence, endMembership, joinNetwork, renewFiling, renewLicence }
export const afterChange = [[showInstitution.id], [showPractitioner.id], [showMap.id], [listCommitments.id]]
