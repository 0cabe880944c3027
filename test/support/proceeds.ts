import { randomUUID } from 'node:crypto'
import type { Id } from '../../src/kernel/id.ts'
import { type Instant, instantAt, type PlainDate } from '../../src/kernel/time.ts'
import { type Proceeds, type ProceedsCharge, recordProceeds, settlePeriod } from '../../src/modules/ledger/index.ts'
import type { Runtime } from '../../src/platform/operation/runtime.ts'
import type { TestSystem } from './system.ts'
import { overNetwork } from './work.ts'
import { agree, run, staffOf, type World } from './world.ts'

/** The hospital gives four fifths of what it holds to its expert. */
export const agreeWithExpert = (runtime: Runtime, world: World): Promise<void> =>
  agree(runtime, {
    networkId: world.networkId,
    code: 'B-2026-1',
    parties: [
      { role: 'hospital', partyId: world.hospital },
      { role: 'operator', partyId: world.operator },
    ],
    terms: {
      use: [],
      split: {
        divides: 'hospital',
        experts: 'hospital',
        offerings: [],
        less: [],
        steps: [
          { step: 'percent', of: 'base', to: [{ party: 'practitioner', basisPoints: 8000 }] },
          { step: 'remainder', of: 'base', to: [{ party: 'hospital', parts: 1 }] },
        ],
      },
    },
  })

const name = (text: string) => ({ zh: text, en: text })
const charge = (chargeId: string, category: ProceedsCharge['category'], fen: readonly [bigint, bigint]): ProceedsCharge => ({
  ...{ chargeId, category, name: name(category), quantity: 1 },
  ...{ listFen: fen[0], discountFen: fen[1], netFen: fen[0] - fen[1] },
})

type Change = { readonly happenedAt?: Instant; readonly more?: Partial<Proceeds> }

/** 1,680 yuan for an injection by the hospital's expert at the clinic with the imaging centre's device, 1,596 after the payer's discount. */
export function injectionPaid(world: World, personId: Id<'person'>, { happenedAt = at('2026-11-18'), more = {} }: Change = {}): Proceeds {
  const serviceId = randomUUID()
  const resource = (role: 'expert' | 'room' | 'device', kind: string, id: string, ownerId: Id<'institution'>) => ({
    ...{ role, kind, id, ownerId },
    name: name(kind),
  })
  return {
    source: `test.bill:${serviceId}`,
    networkId: world.networkId,
    collectorId: world.operator,
    serviceId,
    visitId: randomUUID() as Id<'visit'>,
    personId,
    name: { zh: '超声引导膝关节注射', en: 'Guided knee injection' },
    serviceDate: '2026-11-11' as PlainDate,
    happenedAt,
    reason: 'paid',
    service: {
      offeringCode: 'injection',
      hostId: world.clinic,
      offererId: world.operator,
      minutes: 30,
      resources: [
        resource('expert', 'orthopaedics', world.expert, world.hospital),
        resource('room', 'treatment', world.east.room, world.clinic),
        resource('device', 'ultrasound', world.east.device, world.imaging),
      ],
    },
    charges: [charge(`${serviceId}-p`, 'professional', [148_000n, 7_400n]), charge(`${serviceId}-c`, 'consumable', [20_000n, 1_000n])],
    payments: [
      { kind: 'payer', id: randomUUID(), number: 'CL-20261112-0093', label: name('恒裕健康险'), at: at('2026-11-18'), amountFen: 134_640n },
      { kind: 'patient', id: randomUUID(), number: 'P-20261111-0001', label: name('刷卡'), at: at('2026-11-11'), amountFen: 24_960n },
    ],
    ...more,
  }
}

/** A part of it given back: the same lines with a minus, in hundredths. */
export function givenBack(paid: Proceeds, hundredths: bigint, happenedAt: Instant): Proceeds {
  const back = (fen: bigint) => -(fen * hundredths) / 100n
  const charges = paid.charges.map((one) => {
    const [listFen, discountFen] = [back(one.listFen), back(one.discountFen)]
    return { ...one, quantity: -one.quantity, listFen, discountFen, netFen: listFen - discountFen }
  })
  const amountFen = charges.reduce((sum, { netFen }) => sum + netFen, 0n)
  const refund = { kind: 'patient' as const, id: randomUUID(), number: 'R-20261120-0001', label: name('退刷卡'), at: happenedAt, amountFen }
  return { ...paid, source: `test.refund:${randomUUID()}`, happenedAt, reason: 'refunded', charges, payments: [refund] }
}

/** Ten in the morning in Shanghai. */
export const at = (date: string): Instant => instantAt('Asia/Shanghai', date as PlainDate, '10:00')

export const record = (runtime: Runtime, ...rows: readonly Proceeds[]): Promise<void> =>
  overNetwork(runtime, async (work) => {
    for (const row of rows) await recordProceeds(work, row)
  })

/** A service that is settled, of which the operator has a statement with one line, and one that waits for the next settlement. */
export async function makeStatementTargets(system: TestSystem, world: World, personId: Id<'person'>) {
  await agreeWithExpert(system.runtime, world)
  const [settled, waiting] = [injectionPaid(world, personId), injectionPaid(world, personId, { happenedAt: at('2026-11-22') })]
  await record(system.runtime, settled, waiting)
  const { networkId } = world
  await run(system.runtime, staffOf(system.runtime, world.operator, 'finance'), settlePeriod, { networkId, until: '2026-11-20' })
  const { rows } = await system.owner.query(
    `select s.id as statement, l.id as line from ledger.statement s join ledger.statement_line l on l.statement_id = s.id where s.party_id = $1`,
    [world.operator],
  )
  return { statementId: rows[0].statement as string, lineId: rows[0].line as string, waitingServiceId: waiting.serviceId }
}
