import {
  addFamilyMember,
  giveConsent,
  type ListFamilyAnswer,
  listFamily,
  listOpenings,
  showConsents,
  withdrawConsent,
} from '../../client/operations'
import { ask, askPages } from '../../wire/query'

/** For whom a person is looked at: a family member, or oneself when absent. */
export const consents = (personId?: string | undefined) => ({ ...ask(showConsents, { personId }), staleTime: 60_000 })
export const family = () => ({ ...ask(listFamily, {}), staleTime: 60_000 })
export const openings = (personId: string | undefined) => askPages(listOpenings, { personId })

export const steps = { giveConsent, withdrawConsent, addFamilyMember }
export const afterConsent = [[showConsents.id]]
export const afterFamily = [[listFamily.id], [showConsents.id]]

export type Link = ListFamilyAnswer['items'][number]
/** How many family members the server allows. */
export const familyLimit = 5
/** Whether I act for the other one, or she for me. */
export const actsForOther = ({ personId, other }: Link): boolean => personId === other?.personId
