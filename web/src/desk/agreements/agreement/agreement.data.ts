import {
  endAgreement,
  listAgreements,
  listCommitments,
  proposeVersion,
  showAgreement,
  signVersion,
  withdrawVersion,
} from '../../../client/operations'
import { ask } from '../../../wire/query'

export const agreement = (agreementId: string, versionId: string | undefined) => ask(showAgreement, { agreementId, versionId })
export const steps = { proposeVersion, signVersion, withdrawVersion, endAgreement }
export const afterChange = [[showAgreement.id], [listAgreements.id], [listCommitments.id]]
