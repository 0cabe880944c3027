import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partiesOf, roles, service as serviceOf, validTerms, versionOf } from '../../../../test/support/terms.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type ChargeCategory, chargeCategories, compileTerms, type Service, type Terms } from '../../agreements/index.ts'
import { addsUp } from './adds-up.ts'
import { stagesOf } from './chain.ts'
import type { ProceedsCharge } from './proceeds.ts'
import { type ServiceToSettle, settle } from './settle.ts'

const day = '2026-11-11' as PlainDate
const parties = partiesOf(...roles)
const charge = (chargeId: string, category: ChargeCategory, netFen: bigint): ProceedsCharge => ({
  chargeId,
  name: { zh: chargeId, en: chargeId },
  category,
  quantity: 1,
  listFen: netFen,
  discountFen: 0n,
  netFen,
})
const resource = (role: 'expert' | 'device', owner: string): Service['resources'][number] => ({
  role,
  kind: role === 'expert' ? 'orthopaedics' : 'mri',
  id: role.toUpperCase(),
  ownerId: owner as Service['hostId'],
  name: { zh: role, en: role },
})
const rights = compileTerms(
  versionOf('Z', parties, {
    use: [
      { user: 'tenant', owner: 'group', resource: { role: 'expert', kind: '*' }, price: null },
      { user: 'tenant', owner: 'founder', resource: { role: 'device', kind: '*' }, price: { per: 'use', amountFen: 777 } },
    ],
    split: null,
  }),
)

type Step = NonNullable<Terms['split']>['steps'][number]
const flat = (step: Step): Step =>
  step.step === 'tier' ? { step: 'percent', of: step.of, to: [{ party: step.to, basisPoints: step.tiers[0]?.basisPoints ?? 1 }] } : step
const withoutTiers = (terms: Terms): Terms => ({
  ...terms,
  split: terms.split && { ...terms.split, steps: terms.split.steps.map(flat) },
})
const anyTerms = fc.tuple(validTerms, validTerms)
const compiled = ([one, two]: readonly [Terms, Terms]) => [
  rights,
  compileTerms(versionOf('A', parties, one)),
  compileTerms(versionOf('B', parties, two)),
]
const paid = fc.record({
  used: fc.subarray([resource('expert', 'GROUP'), resource('device', 'FOUNDER')]),
  charges: fc.array(fc.tuple(fc.constantFrom(...chargeCategories), fc.bigInt({ min: 1n, max: 10n ** 9n })), { minLength: 1, maxLength: 4 }),
  /** How much of each line is given back by each refund, in thousandths of what is left. */
  refunds: fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 3 }),
})
type Paid = typeof paid extends fc.Arbitrary<infer Value> ? Value : never

/** What was paid for a service, then its refunds: partial ones, and a last one of all that is left. */
function rowsOf({ charges, refunds }: Paid, place: number): ProceedsCharge[][] {
  const lines = charges.map(([category, amountFen], at) => charge(`${place}-${at}`, category, amountFen))
  let left = lines
  const given = [...refunds, 1000].map((thousandths) => {
    const back = left.map((line) => charge(line.chargeId, line.category, -(line.netFen * BigInt(thousandths)) / 1000n))
    left = left.map((line, at) => charge(line.chargeId, line.category, line.netFen + (back[at]?.netFen ?? 0n)))
    return back
  })
  return [lines, ...given]
}

const toSettle = (
  one: Paid,
  place: number,
  terms: ServiceToSettle['terms'],
  rows: readonly ProceedsCharge[][],
  settled = 0,
): ServiceToSettle => ({
  serviceId: `S${String(place).padStart(3, '0')}`,
  serviceDate: day,
  service: serviceOf({ resources: one.used }),
  terms,
  earlier: rows.slice(0, settled).flat(),
  fresh: rows.slice(settled).flat(),
})

function totals(services: readonly ServiceToSettle[], into = new Map<string, bigint>()): Map<string, bigint> {
  const { changes, unshared } = settle(services)
  fc.pre(unshared.length === 0)
  for (const { partyId, amountFen } of changes.flatMap(({ shares }) => shares)) into.set(partyId, (into.get(partyId) ?? 0n) + amountFen)
  return into
}
const nonZero = (sums: Map<string, bigint>) => Object.fromEntries([...sums].filter(([, fen]) => fen !== 0n).toSorted())
const netOf = (rows: readonly ProceedsCharge[][]) => sumOf(rows.flat().map(({ netFen }) => netFen))

test('the changes of a service add up to what is new exactly, whatever was settled before, and every step of their explanation does', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(paid, { minLength: 1, maxLength: 4 }), fc.nat(3), (terms, services, settled) => {
      const all = services.map((one, place) => {
        const rows = rowsOf(one, place).slice(0, -1)
        return toSettle(one, place, compiled(terms), rows, Math.min(settled, rows.length))
      })
      const { changes, unshared } = settle(all)
      fc.pre(unshared.length === 0)
      for (const { serviceId, shares, before, after } of changes) {
        const fresh = (all.find((one) => one.serviceId === serviceId)?.fresh ?? []).map(({ netFen }) => netFen)
        expect(sumOf(shares.map(({ amountFen }) => amountFen))).toBe(sumOf(fresh))
        expect(addsUp({ paymentsFen: fresh, chargesFen: fresh, stages: stagesOf({ before, after }), shares })).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

test('partial refunds that end in a full one leave nobody anything: within a period with tiers, over periods without', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(paid, { minLength: 1, maxLength: 4 }), (terms, services) => {
      const within = services.map((one, place) => toSettle(one, place, compiled(terms), rowsOf(one, place)))
      expect(nonZero(totals(within))).toEqual({})
      const plain = compiled([withoutTiers(terms[0]), withoutTiers(terms[1])])
      const over = new Map<string, bigint>()
      const periods = Math.max(...services.map((one, place) => rowsOf(one, place).length))
      for (let period = 0; period < periods; period += 1) {
        const changed = services.flatMap((one, place) => {
          const rows = rowsOf(one, place)
          return period < rows.length ? [toSettle(one, place, plain, rows.slice(0, period + 1), period)] : []
        })
        totals(changed, over)
      }
      expect(nonZero(over)).toEqual({})
    }),
    { numRuns: 300 },
  )
})

test('two periods without tiers give what one gives, and the order of services changes nothing', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(paid, { minLength: 1, maxLength: 5 }), (terms, services) => {
      const plain = compiled([withoutTiers(terms[0]), withoutTiers(terms[1])])
      const kept = (one: Paid, place: number) => rowsOf(one, place).slice(0, -1)
      const once = totals(services.map((one, place) => toSettle(one, place, plain, kept(one, place))))
      const twice = totals(services.map((one, place) => toSettle(one, place, plain, kept(one, place).slice(0, 1))))
      totals(
        services.flatMap((one, place) => (kept(one, place).length > 1 ? [toSettle(one, place, plain, kept(one, place), 1)] : [])),
        twice,
      )
      expect(nonZero(twice)).toEqual(nonZero(once))
      const tiered = services.map((one, place) => toSettle(one, place, compiled(terms), kept(one, place)))
      expect(nonZero(totals(tiered.toReversed()))).toEqual(nonZero(totals(tiered)))
    }),
    { numRuns: 300 },
  )
})

test('with tiers over periods the sum over all parties is still exact: a late refund is taken back at the rate of its own period', () => {
  const tiers = [
    { upToFen: 10_000, basisPoints: 3000 },
    { upToFen: null, basisPoints: 4000 },
  ]
  const terms = [
    compileTerms(
      versionOf('T', parties, {
        use: [],
        split: {
          divides: 'bill',
          offerings: [],
          less: [],
          steps: [
            { step: 'tier', of: 'base', to: 'group', tiers },
            { step: 'remainder', of: 'base', to: [{ party: 'tenant', parts: 1 }] },
          ],
        },
      }),
    ),
  ]
  const one = { used: [], charges: [], refunds: [] }
  const rows = [[charge('x', 'professional', 20_000n)], [charge('x', 'professional', -20_000n)]]
  const sums = totals([toSettle(one, 1, terms, rows.slice(0, 1))])
  expect(nonZero(sums)).toEqual({ GROUP: 7_000n, TENANT: 13_000n })
  totals([toSettle(one, 1, terms, rows, 1)], sums)
  expect(nonZero(sums)).toEqual({ GROUP: 1_000n, TENANT: -1_000n })
  expect(netOf(rows)).toBe(0n)
})

test('the worked example of tiers as a month of services: 520,000 gross becomes 12,400, 55,800, 33,480, 22,320 and 236,000 net of drugs', () => {
  const named = partiesOf('hospital', 'group', 'platform', 'founder', 'senior', 'junior')
  const receivers = (list: readonly (readonly [string, number])[]) => list.map(([party, parts]) => ({ party, parts }))
  const terms = compileTerms(
    versionOf('A', named, {
      use: [],
      split: {
        divides: 'bill',
        offerings: [],
        less: [
          { category: 'drug', to: 'hospital' },
          { category: 'consumable', to: 'hospital' },
        ],
        steps: [
          {
            step: 'tier',
            of: 'base',
            to: 'group',
            tiers: [
              { upToFen: 10_000_000, basisPoints: 3000 },
              { upToFen: 30_000_000, basisPoints: 3500 },
              { upToFen: null, basisPoints: 4000 },
            ],
          },
          { step: 'percent', of: 'group', to: [{ party: 'platform', basisPoints: 1000 }] },
          {
            step: 'remainder',
            of: 'group',
            to: receivers([
              ['founder', 5],
              ['senior', 3],
              ['junior', 2],
            ]),
          },
          { step: 'remainder', of: 'base', to: receivers([['hospital', 1]]) },
        ],
      },
    }),
  )
  const place = { hostId: 'HOSPITAL' as Service['hostId'], offererId: 'HOSPITAL' as Service['offererId'] }
  const oneOf = (at: number, fresh: ProceedsCharge[]): ServiceToSettle => ({
    ...{ serviceId: `S${at}`, serviceDate: day, service: serviceOf(place), terms: [terms], earlier: [], fresh },
  })
  const month = [
    ...Array.from({ length: 36 }, (_, at) => oneOf(at, [charge(`p${at}`, 'professional', 1_000_000n)])),
    oneOf(50, [charge('d', 'drug', 9_000_000n), charge('c', 'consumable', 5_000_000n)]),
    oneOf(51, [charge('back', 'professional', 2_000_000n), charge('back', 'professional', -2_000_000n)]),
  ]
  const expected = { HOSPITAL: 37_600_000n, PLATFORM: 1_240_000n, FOUNDER: 5_580_000n, SENIOR: 3_348_000n, JUNIOR: 2_232_000n }
  expect(Object.fromEntries([...totals(month)].filter(([, fen]) => fen !== 0n))).toEqual(expected)
})
