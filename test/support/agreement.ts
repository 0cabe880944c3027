import type { Id } from '../../src/kernel/id.ts'
import { draftAgreement, proposeVersion, type Terms } from '../../src/modules/agreements/index.ts'
import { systemActor } from '../../src/platform/operation/perform.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import { run } from './world.ts'

/** The operator takes 7 %, the hospital the rest. */
export const sevenPercent: Terms = {
  use: [],
  split: {
    divides: 'bill',
    offerings: [],
    less: [],
    steps: [
      { step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 700 }] },
      { step: 'remainder', of: 'base', to: [{ party: 'hospital', parts: 1 }] },
    ],
  },
}

type World = { readonly networkId: Id<'network'>; readonly operator: Id<'institution'>; readonly hospital: Id<'institution'> }

export const agreementInput = ({ networkId, operator, hospital }: World) => ({
  networkId,
  title: { zh: '共享协议', en: 'Sharing agreement' },
  parties: [
    { role: 'operator', partyId: operator },
    { role: 'hospital', partyId: hospital },
  ],
  terms: sevenPercent,
  validFrom: '2026-01-01',
  validUntil: null,
})

/** An agreement between operator and hospital whose first version waits for both signatures. */
export async function makeProposed(runtime: Runtime, world: World, more: object = {}) {
  const drafted = await run<{ agreementId: Id<'agreement'>; versionId: Id<'version'>; code: string }>(
    runtime,
    systemActor,
    draftAgreement,
    {
      ...agreementInput(world),
      ...more,
    },
  )
  await run(runtime, systemActor, proposeVersion, { versionId: drafted.versionId })
  return drafted
}
