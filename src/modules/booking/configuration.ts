import type { Static } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import { ok } from '../../kernel/result.ts'
import { dateIn, defaultZone } from '../../kernel/time.ts'
import type { Configuration, Work } from '../../platform/operation/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { type Directory, findDirectory, findMemberships, findNetwork, membersOn } from '../network/index.ts'
import { configured, kindOf } from './domain/configured.ts'
import { findSites } from './store/calendar.ts'
import { listConfiguredOfferings, listConfiguredRotas, writeConfiguredOffering, writeConfiguredRota } from './store/configuration.ts'

/** Offerings with their prices, and the rotas of what the members pool; leave and visits are no configuration. */
export const configuration: Configuration = {
  schema: configured,
  take: async (work, networkCode) => {
    const found = await findNetwork(work, networkCode)
    return found ? takeAll(work, found.id, await findDirectory(work)) : { offerings: [], rotas: [] }
  },
  give: async (work, networkCode, { offerings, rotas }: Static<typeof configured>) => {
    const found = await findNetwork(work, networkCode)
    if (!found) return refuse('platform.configuration-unknown-name', { place: 'network', name: networkCode })
    const directory = await findDirectory(work)
    const known = await takeAll(work, found.id, directory)
    for (const given of offerings) {
      const place = `booking.offerings.${given.code}`
      const there = known.offerings.find(({ code }) => code === given.code)
      if (there && JSON.stringify(there) !== JSON.stringify(given)) return refuse('platform.configuration-differs', { place })
      if (there) continue
      const missing = firstUnknown(directory, [['institution', given.owner], ...given.prices.map(({ site }) => ['site', site] as const)])
      if (missing) return refuse('platform.configuration-unknown-name', { place, name: missing })
      await writeConfiguredOffering(work, found.id, given, directory)
    }
    for (const given of rotas) {
      const place = `booking.rotas.${given.resource}`
      const there = known.rotas.find(({ resource }) => resource === given.resource)
      if (there && JSON.stringify(there) !== JSON.stringify(given)) return refuse('platform.configuration-differs', { place })
      if (there) continue
      const missing = firstUnknown(directory, [[kindOf(given), given.resource], ...given.lines.map(({ site }) => ['site', site] as const)])
      if (missing) return refuse('platform.configuration-unknown-name', { place, name: missing })
      await writeConfiguredRota(work, given, directory)
    }
    return ok(null)
  },
}

type Named = readonly ['institution' | 'site' | 'resource' | 'practitioner', string | null]
const firstUnknown = (directory: Directory, names: readonly Named[]): string | undefined =>
  names.find(([kind, name]) => name !== null && directory.idOf(kind, name) === undefined)?.[1] ?? undefined

async function takeAll(work: Work, networkId: Id<'network'>, directory: Directory) {
  const members = membersOn(await findMemberships(work, networkId), dateIn(defaultZone, work.now))
  const sites = (await findSites(work)).filter(({ institutionId }) => members.has(institutionId)).map(({ id }) => id)
  return {
    offerings: await listConfiguredOfferings(work, networkId, directory),
    rotas: await listConfiguredRotas(work, [...members], sites, directory),
  }
}
