import type { Id } from '../../kernel/id.ts'
import { planRota, takeLeave } from '../../modules/booking/index.ts'
import { addDevice, addRoom, openSite, setTravelTime } from '../../modules/network/index.ts'
import type { Actor } from '../../platform/operation/index.ts'
import { type Institution, type Loading, run, siteId } from './loading.ts'
import type { PlannedPlace } from './plan.ts'

/** Sites, the ways between them, rooms and devices with their hours. */
export async function openPlaces(loading: Loading, operator: Actor, institutionId: (name: string) => Institution): Promise<void> {
  const { plan, sites, today, progress } = loading
  for (const { key, institution, name, address } of plan.sites) {
    const site = { institutionId: institutionId(institution), name, address }
    const opened = await run<{ siteId: Id<'site'> }>(loading, operator, openSite, site)
    sites.set(key, opened.siteId)
  }
  for (const { from, to, minutes } of plan.travel)
    await run(loading, operator, setTravelTime, { siteId: siteId(loading, from), otherSiteId: siteId(loading, to), minutes })
  const places: readonly (readonly [unknown, PlannedPlace])[] = [
    ...plan.rooms.map((room) => [addRoom, room] as const),
    ...plan.devices.map((device) => [addDevice, device] as const),
  ]
  for (const [place, [command, { site, owner, kind, name, hours }]] of places.entries()) {
    const at = { siteId: siteId(loading, site), ownerId: institutionId(owner) }
    const { resourceId } = await run<{ resourceId: string }>(loading, operator, command, { ...at, kind, name })
    const lines = hours.flatMap(({ weekdays, opens, closes }) => weekdays.map((weekday) => ({ siteId: at.siteId, weekday, opens, closes })))
    await run(loading, operator, planRota, { resourceId, validFrom: today, lines })
    progress('rooms and devices', place + 1, places.length)
  }
}

/** The weeks of the practitioners; who is in a network that was loaded before keeps her hours there. */
export async function openRotas(loading: Loading, operator: Actor, practitionerId: (name: string) => string): Promise<void> {
  const { plan, today, progress, weeks } = loading
  for (const [place, { name, rota, leave }] of plan.practitioners.entries()) {
    const resourceId = practitionerId(name.zh) as Id<'resource'>
    const lines = rota.flatMap(({ site, weekdays, opens, closes }) =>
      weekdays.map((weekday) => ({ siteId: siteId(loading, site), weekday, opens, closes })),
    )
    const week = [...(weeks.get(resourceId) ?? []), ...lines]
    weeks.set(resourceId, week)
    await run(loading, operator, planRota, { resourceId, validFrom: today, lines: week })
    for (const { from, until, reason } of leave) await run(loading, operator, takeLeave, { resourceId, from, until, reason })
    progress('rotas', place + 1, plan.practitioners.length)
  }
}
