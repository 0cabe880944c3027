import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plusDays } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { periodStates, renewalDays, stateOf } from '../domain/expiry.ts'
import { institutionKinds, networkKinds } from '../domain/party.ts'
import { refuse } from '../refusals.ts'
import { listTravelTimes } from '../store/practice.ts'
import { listMap, listNetworks, listSharedSites } from '../store/views.ts'

const networkView = T.Object({
  id: idOf('network'),
  code: T.String(),
  kind: words(networkKinds, 'networkKind'),
  name: bilingual,
  operatorId: idOf('institution'),
})

/** Who is in a network, since when, and what each brings to which site. */
export const showMap = defineQuery({
  name: 'network.show-map',
  zh: '网络地图',
  en: 'Map of the network',
  permission: 'network.directory.read',
  input: T.Object({ networkId: T.Optional(idOf('network')) }),
  output: T.Object({
    /** The asked one, else the first of the acting institution; null: there is none yet. */
    network: nullable(networkView),
    networks: T.Array(networkView),
    institutions: T.Array(
      T.Object({
        id: idOf('institution'),
        kind: words(institutionKinds, 'institutionKind'),
        name: bilingual,
        memberFrom: plainDate,
        memberUntil: nullable(plainDate),
        /** Null: it holds no licence, so it hosts no care. */
        licence: nullable(words(periodStates, 'periodState')),
        experts: T.Integer(),
        filedExperts: T.Integer(),
        /** Filings there that end within 60 days and are not renewed. */
        ending: T.Integer(),
        rooms: T.Integer(),
        devices: T.Integer(),
      }),
    ),
    sites: T.Array(
      T.Object({
        id: idOf('site'),
        institutionId: idOf('institution'),
        name: bilingual,
        owners: T.Array(T.Object({ institutionId: idOf('institution'), rooms: T.Integer(), devices: T.Integer() })),
      }),
    ),
    /** Measured ways between these sites, the same both ways; a way that is not here counts as 0 minutes. */
    travel: T.Array(T.Object({ siteId: idOf('site'), otherSiteId: idOf('site'), minutes: T.Integer() })),
  }),
  refusals: ['network.network-unknown'],
  async run(work, { networkId }) {
    const networks = await listNetworks(work, work.actor.institutionId)
    const network = networkId ? networks.find(({ id }) => id === networkId) : networks[0]
    if (networkId && !network) return refuse('network.network-unknown', { code: networkId })
    if (!network) return ok({ network: null, networks, institutions: [], sites: [], travel: [] })
    const today = dateIn(defaultZone, work.now)
    const institutions = await listMap(work, network.id, today, plusDays(today, renewalDays))
    const sites = await listSharedSites(
      work,
      institutions.map(({ id }) => id),
    )
    const here = new Set<string>(sites.map(({ id }) => id))
    const ways = (await listTravelTimes(work)).filter(({ siteA, siteB }) => here.has(siteA) && here.has(siteB))
    return ok({
      network,
      networks,
      sites,
      travel: ways.map(({ siteA, siteB, minutes }) => ({ siteId: siteA, otherSiteId: siteB, minutes })),
      institutions: institutions.map(({ member, licence, ...institution }) => ({
        ...institution,
        memberFrom: member.from,
        memberUntil: member.until,
        licence: licence === null ? null : stateOf(licence, today),
      })),
    })
  },
})
