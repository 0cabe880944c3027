import {
  changeDraft,
  draftAgreement,
  draftVersion,
  listAgreements,
  listInstitutions,
  type PreviewTermsInput,
  previewTerms,
  showAgreement,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const institutions = () => ({ ...askPages(listInstitutions, {}), staleTime: 60_000 })
export const agreement = (agreementId: string, versionId?: string) => ({
  ...ask(showAgreement, { agreementId, versionId }),
  refetchOnWindowFocus: false,
})
export const preview = (input: PreviewTermsInput) => ask(previewTerms, input)
export const steps = { draftAgreement, draftVersion, changeDraft }
export const afterChange = [[showAgreement.id], [listAgreements.id]]
