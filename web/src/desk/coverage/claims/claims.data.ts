import {
  checkEligibility,
  listClaims,
  listStuckMessages,
  resendClaim,
  retryMessage,
  showClaim,
  showCover,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const claims = (filter: 'open' | 'settled') => askPages(listClaims, { filter })
export const claim = (claimId: string) => ask(showClaim, { claimId })
export const stuckMessages = () => ask(listStuckMessages, {})
export const steps = { resendClaim, retryMessage, checkEligibility }
export const afterChange = [[listClaims.id], [showClaim.id], [listStuckMessages.id], [showCover.id]]
