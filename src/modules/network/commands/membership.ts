import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { plusDays } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { plainDate } from '../../../platform/operation/schema.ts'
import { checkPeriod } from '../domain/expiry.ts'
import { refuse } from '../refusals.ts'
import { insertMemberships, isParty, lockMembership, saveMembershipEnd } from '../store/party.ts'
import { findPartyName } from '../store/practice.ts'
import { admissionRefusals, findOwnNetwork } from './admission.ts'

const partyId = T.String({ format: 'uuid', description: 'id of an institution or practitioner' })

/** An institution or practitioner that is known already becomes a member from a day on; who is one on that day stays as it is. */
export const joinNetwork = defineCommand({
  name: 'network.join-network',
  zh: '加入网络',
  en: 'Join a network',
  permission: 'network.party.register',
  input: T.Object({ networkCode: T.String(), partyId, from: plainDate }),
  output: T.Object({ partyId }),
  refusals: [...admissionRefusals, 'network.party-unknown'],
  async run(work, { networkCode: code, partyId, from }) {
    const network = await findOwnNetwork(work, code)
    if (!network.ok) return network
    if (!(await isParty(work, partyId))) return refuse('network.party-unknown', { partyId })
    await insertMemberships(work, [{ networkId: network.value.id, partyId, validFrom: from, validUntil: null }])
    return ok({ partyId })
  },
})

/** An institution or practitioner leaves a network: from that day on it is no member. */
export const endMembership = defineCommand({
  name: 'network.end-membership',
  zh: '退出网络',
  en: 'Leave a network',
  permission: 'network.party.register',
  input: T.Object({ networkCode: T.String(), partyId, from: plainDate }),
  output: T.Object({ lastDay: plainDate }),
  refusals: [...admissionRefusals, 'network.operator-stays', 'network.not-a-member', 'network.period-wrong'],
  async run(work, { networkCode: code, partyId, from }) {
    const network = await findOwnNetwork(work, code)
    if (!network.ok) return network
    if (network.value.operatorId === partyId) return refuse('network.operator-stays', { code })
    const lastDay = plusDays(from, -1)
    const membership = await lockMembership(work, network.value.id, partyId, lastDay)
    if (!membership) return refuse('network.not-a-member', { party: await findPartyName(work, partyId), code })
    const checked = checkPeriod({ validFrom: membership.validFrom, validUntil: lastDay })
    if (!checked.ok) return checked
    await saveMembershipEnd(work, network.value.id, partyId, membership.validFrom, lastDay)
    return ok({ lastDay })
  },
})
