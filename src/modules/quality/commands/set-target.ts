import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { checkTarget } from '../domain/change-target.ts'
import { isOpen } from '../domain/reach.ts'
import { findReach } from '../reach.ts'
import { refuse } from '../refusals.ts'
import { findIndicators } from '../store/indicator.ts'
import { findInstitutions, findNetworks, findSites } from '../store/place.ts'
import { findTargets, saveTarget } from '../store/target.ts'

/** Sets floor and target of an indicator from a day on, for all of a network or as an addition of one site; null takes it away. */
export const setTarget = defineCommand({
  name: 'quality.set-target',
  zh: '设定底线和目标',
  en: 'Set floor and target',
  permission: 'quality.target.set',
  input: T.Object({
    networkId: idOf('network'),
    code: T.String({ maxLength: 60 }),
    /** Null: for all of the network. */
    siteId: nullable(idOf('site')),
    floor: nullable(T.Number()),
    target: nullable(T.Number()),
    validFrom: plainDate,
  }),
  output: T.Object({ code: T.String() }),
  refusals: [
    'quality.no-network',
    'quality.target-not-yours',
    'quality.site-unknown',
    'quality.indicator-unknown',
    'quality.value-out-of-range',
    'quality.target-rewrites-past',
    'quality.addition-looser',
    'quality.target-below-floor',
  ],
  async run(work, { networkId, code, siteId, floor, target, validFrom }) {
    const today = dateIn(defaultZone, work.now)
    const network = (await findNetworks(work, work.actor.institutionId, today)).find(({ id }) => id === networkId)
    if (!network) return refuse('quality.no-network')
    const reach = await findReach(work, network)
    if (siteId === null && !reach.leads) return refuse('quality.target-not-yours')
    if (siteId !== null) {
      const institutions = await findInstitutions(work, networkId, today)
      const site = (
        await findSites(
          work,
          institutions.map(({ id }) => id),
        )
      ).find(({ id }) => id === siteId)
      if (!site) return refuse('quality.site-unknown')
      if (!isOpen(reach, site.institutionId)) return refuse('quality.target-not-yours')
    }
    const indicator = (await findIndicators(work, validFrom)).find((one) => one.code === code)
    if (!indicator) return refuse('quality.indicator-unknown', { code, day: validFrom })
    const wanted = { indicatorCode: code, siteId, validFrom, floor, target }
    const checked = checkTarget(indicator, await findTargets(work, networkId, code), wanted, today)
    if (!checked.ok) return checked
    await saveTarget(work, networkId, wanted)
    return ok({ code })
  },
})
