import type { Id } from '../../src/kernel/id.ts'
import { admitWalkIn, callVisit, finishVisit, startVisit } from '../../src/modules/booking/index.ts'
import { offerService } from '../../src/modules/care/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { run, staffOf, type World } from './world.ts'

type Step = { readonly visitId: Id<'visit'>; readonly version: number }
export type CareWorld = Awaited<ReturnType<typeof makeCareWorld>>

/** The clinic's clinician with a patient in front of her; the imaging centre performs tests, studies and drugs for the network. */
export async function makeCareWorld(runtime: Runtime, world: World) {
  const clinician = staffOf(runtime, world.clinic, 'clinician')
  const technician = staffOf(runtime, world.imaging, 'technician')
  const manager = staffOf(runtime, world.imaging, 'manager')
  for (const kind of ['laboratory', 'imaging', 'drug'])
    await run(runtime, manager, offerService, { institutionId: world.imaging, kind, itemCodes: ['*'] })
  let current: Step | null = null
  /** A visit that has begun; the one before ends. */
  const attend = async (personId: Id<'person'>): Promise<Id<'visit'>> => {
    const step = (command: unknown, { visitId, version }: Step) => run<Step>(runtime, world.butler, command, { visitId, version })
    if (current) await step(finishVisit, current)
    const input = { personId, offeringId: world.offeringId, siteId: world.east.siteId, expertId: world.expert, squeezeReason: '当日加号' }
    current = await step(startVisit, await step(callVisit, await run<Step>(runtime, world.butler, admitWalkIn, input)))
    return current.visitId
  }
  return { clinician, technician, manager, attend }
}
