import type { Id } from '../../src/kernel/id.ts'
import { confirmVisit, holdVisit } from '../../src/modules/booking/index.ts'
import { offerService } from '../../src/modules/care/index.ts'
import type { Actor } from '../../src/platform/operation/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { run, shanghai, staffOf, type World } from './world.ts'

export type CareWorld = Awaited<ReturnType<typeof makeCareWorld>>

/** The clinic's clinician with a patient in front of her; the imaging centre performs tests, studies and drugs for the network. */
export async function makeCareWorld(runtime: Runtime, world: World) {
  const clinician = staffOf(runtime, world.clinic, 'clinician')
  const technician = staffOf(runtime, world.imaging, 'technician')
  const manager = staffOf(runtime, world.imaging, 'manager')
  for (const kind of ['laboratory', 'imaging', 'drug'])
    await run(runtime, manager, offerService, { institutionId: world.imaging, kind, itemCodes: ['*'] })
  let day = 0
  /** A visit that has begun. */
  const attend = async (personId: Id<'person'>, actor: Actor = world.butler): Promise<Id<'visit'>> => {
    day += 1
    const startsAt = shanghai(`2026-11-${24 + (day % 6)}`, `${String(8 + Math.floor(day / 6)).padStart(2, '0')}:00`)
    const held = await run<{ visitId: Id<'visit'>; version: number }>(runtime, actor, holdVisit, world.request(personId, startsAt))
    await run(runtime, actor, confirmVisit, { visitId: held.visitId, version: held.version })
    return held.visitId
  }
  return { clinician, technician, manager, attend }
}
