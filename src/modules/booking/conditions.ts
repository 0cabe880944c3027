import { ok } from '../../kernel/result.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import { findTermsInForce, mayUse, shareService, type TermsInForce, termsOn } from '../agreements/index.ts'
import { findMemberships, findPracticeFacts, findTravelTimes, mayPractise, membersOn, travelMinutes } from '../network/index.ts'
import type { Conditions } from './domain/availability.ts'
import type { Offering } from './domain/offering.ts'
import type { Resource } from './domain/resource.ts'
import { serviceOf } from './domain/service.ts'
import { nameInstitutions, type Zoned } from './store/calendar.ts'

/** What other rooms say about promises of an offering, for each day of a span, and the terms in force in it. The caller has a network scope. */
export async function findConditions(
  work: Work,
  offering: Offering,
  resources: readonly Resource[],
  sites: readonly Zoned[],
  days: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<{ readonly conditionsOn: (date: PlainDate) => Conditions; readonly termsFor: (date: PlainDate) => readonly TermsInForce[] }> {
  const siteOwners = new Map(sites.map(({ id, institutionId }) => [id, institutionId]))
  const experts = resources.filter(({ role }) => role === 'expert').map(({ id }) => id)
  const hosts = [...new Set([offering.ownerId, ...siteOwners.values(), ...resources.map(({ ownerId }) => ownerId)])]
  const facts = await findPracticeFacts(work, experts, hosts)
  const memberships = await findMemberships(work, offering.networkId)
  const travel = await findTravelTimes(work)
  const names = await nameInstitutions(work, hosts)
  const terms = await findTermsInForce(work, offering.networkId, days.from, days.until)
  const conditionsOn = (date: PlainDate): Conditions => {
    const today = termsOn(terms, date)
    const members = membersOn(memberships, date)
    return {
      isPooled: ({ id, ownerId }) => members.has(ownerId) || members.has(id),
      mayPractise: remembered(
        ({ id, kind }, hostId) => `${id} ${kind} ${hostId}`,
        ({ id, kind }, hostId) => mayPractise(facts, { practitionerId: id, institutionId: hostId, specialty: kind, date }),
      ),
      mayServe: remembered(
        (hostId, using) => [hostId, ...using.map(({ role, kind, ownerId }) => `${role} ${kind} ${ownerId}`)].join('|'),
        (hostId, using) => {
          const shares = shareService(today, { ...serviceOf(offering, hostId, using, []), names })
          return shares.ok ? ok(null) : shares
        },
      ),
      hostOf: remembered(
        (room, siteId) => room?.id ?? siteId,
        (room, siteId) => {
          if (!room) return siteOwners.get(siteId) ?? offering.ownerId
          return mayUse(today, offering.ownerId, room) ? offering.ownerId : room.ownerId
        },
      ),
      travelMinutes: (from, to) => travelMinutes(travel, from, to),
    }
  }
  return { conditionsOn, termsFor: (date) => termsOn(terms, date) }
}

/** Asks once per key: a search asks the same of every half-hour. */
function remembered<Parameters extends unknown[], Answer>(
  keyOf: (...parameters: Parameters) => string,
  answer: (...parameters: Parameters) => Answer,
): (...parameters: Parameters) => Answer {
  const known = new Map<string, Answer>()
  return (...parameters) => {
    const key = keyOf(...parameters)
    const found = known.get(key)
    if (found !== undefined) return found
    const fresh = answer(...parameters)
    known.set(key, fresh)
    return fresh
  }
}
