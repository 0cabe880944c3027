import {
  invitePerson,
  linkFamily,
  listFamily,
  listOpenings,
  listVisits,
  openPerson,
  recordConsent,
  revealIdentifier,
  showConsents,
} from '../../../client/operations'
import { ask, askPages } from '../../../wire/query'

export const person = (personId: string) => ({ ...ask(openPerson, { personId }), staleTime: 300_000 })
export const visits = (personId: string, from: string, days: number) => ask(listVisits, { personId, from, days })
export const openings = (personId: string) => askPages(listOpenings, { personId })
// Every read of these opens the person once more: they are looked at again only when something has changed.
export const family = (personId: string) => ({ ...ask(listFamily, { personId }), staleTime: 300_000 })
export const consents = (personId: string) => ({ ...ask(showConsents, { personId }), staleTime: 300_000 })

export const steps = { invitePerson, linkFamily, recordConsent, revealIdentifier }
export const afterReveal = [[listOpenings.id]]
export const afterLink = [[listFamily.id], [listOpenings.id]]
export const afterConsent = [[showConsents.id], [listOpenings.id]]
