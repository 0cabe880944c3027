import {
  addLicence,
  filePractice,
  listCommitments,
  renewLicence,
  showInstitution,
  showMap,
  showPractitioner,
} from '../../../client/operations'
import { ask } from '../../../wire/query'

export const practitioner = (practitionerId: string, date: string | undefined) => ask(showPractitioner, { practitionerId, date })
export const steps = { addLicence, filePractice, renewLicence }
export const afterChange = [[showPractitioner.id], [showInstitution.id], [showMap.id], [listCommitments.id]]
