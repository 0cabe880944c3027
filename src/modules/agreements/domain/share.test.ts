import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partiesOf, roles, service, validTerms, versionOf } from '../../../../test/support/terms.ts'
import { sumOf } from '../../../kernel/money.ts'
import { compileTerms, type TermsInForce } from './compile.ts'
import type { Charge, Party, Service, Shares } from './service.ts'
import { shareService } from './share.ts'
import { chargeCategories, type Split, type Step, type Terms, type Use } from './terms.ts'

const agreement = (code: string, parties: readonly Party[], split: Partial<Split> | null, use: Use[] = []): TermsInForce =>
  compileTerms(versionOf(code, parties, { use, split: split && { divides: 'bill', offerings: [], less: [], steps: [], ...split } }))
const rest = (party: string, of = 'base'): Step => ({ step: 'remainder', of, to: [{ party, parts: 1 }] })
const share = (terms: TermsInForce[], more: Partial<Service>): Shares => {
  const shared = shareService(terms, service(more))
  if (!shared.ok) throw new Error(shared.refusal.code)
  return shared.value
}
const amountsOf = ({ parties }: Shares) => Object.fromEntries(parties.map(({ partyId, amountFen }) => [partyId, Number(amountFen) / 100]))
const professional = (yuan: number): Charge => ({ category: 'professional', amountFen: BigInt(Math.round(yuan * 100)) })
const id = (text: string) => text as Service['hostId']
const expertOf = (owner: string, kind = 'orthopaedics'): Service['resources'][number] => ({
  role: 'expert',
  kind,
  id: '许明远',
  ownerId: id(owner),
  name: { zh: '许明远', en: 'Xu' },
})
const mayUse = (user: string, owner: string, resource: Use['resource'], price: Use['price'] = null): Use => ({
  user,
  owner,
  resource,
  price,
})

test('an expert group with tiers, a platform fee and partners: 520,000 gross becomes 124,000, 12,400, 55,800, 33,480, 22,320 and 236,000', () => {
  const parties = partiesOf('hospital', 'group', 'platform', 'founder', 'senior', 'junior')
  const group = agreement('A', parties, {
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
        to: [
          { party: 'founder', parts: 5 },
          { party: 'senior', parts: 3 },
          { party: 'junior', parts: 2 },
        ],
      },
      rest('hospital'),
    ],
  })
  const shares = share([group], {
    hostId: id('HOSPITAL'),
    offererId: id('HOSPITAL'),
    charges: [
      professional(380_000),
      professional(-20_000),
      { category: 'drug', amountFen: 9_000_000n },
      { category: 'consumable', amountFen: 5_000_000n },
    ],
  })
  expect(amountsOf(shares)).toEqual({
    HOSPITAL: 236_000 + 140_000,
    GROUP: 0,
    PLATFORM: 12_400,
    FOUNDER: 55_800,
    SENIOR: 33_480,
    JUNIOR: 22_320,
  })
  expect(shares.links.find(({ step }) => step === 'tier')?.sentence.zh).toMatch(/¥360,000\.00 → ¥124,000\.00$/)
})

const bill = agreement(
  'A-2026-014',
  partiesOf('hospital', 'tenant', 'imaging', 'operator'),
  {
    less: [{ category: 'consumable', to: 'tenant' }],
    steps: [
      {
        step: 'percent',
        of: 'base',
        to: [
          { party: 'expert', basisPoints: 5400 },
          { party: 'tenant', basisPoints: 2300 },
          { party: 'imaging', basisPoints: 1600 },
          { party: 'operator', basisPoints: 700 },
        ],
      },
      rest('tenant'),
    ],
  },
  [mayUse('tenant', 'hospital', { role: 'expert', kind: '*' })],
)
const ownExpert = agreement('B-2025-007', partiesOf('hospital', 'group'), {
  divides: 'hospital',
  experts: 'hospital',
  steps: [{ step: 'percent', of: 'base', to: [{ party: 'practitioner', basisPoints: 8000 }] }, rest('hospital')],
})
const injection = {
  offererId: id('OPERATOR'),
  charges: [professional(1482), { category: 'consumable' as const, amountFen: 11_400n }],
  resources: [expertOf('HOSPITAL')],
}

test('a bill is divided agreement by agreement: 1,482.00 by 54:23:16:7, then the hospital’s 800.28 with its expert', () => {
  const { parties, links } = share([ownExpert, bill], injection)
  expect(Object.fromEntries(parties.map(({ partyId, kind, amountFen }) => [`${partyId} ${kind}`, Number(amountFen) / 100]))).toEqual({
    'TENANT institution': 340.86 + 114,
    'HOSPITAL institution': 160.06,
    'IMAGING institution': 237.12,
    'OPERATOR institution': 103.74,
    '许明远 practitioner': 640.22,
  })
  expect(links.map(({ code, place }) => `${code} ${place}`)).toEqual([
    'A-2026-014 split.less[0]',
    'A-2026-014 split.steps[0]',
    'A-2026-014 split.steps[1]',
    'B-2025-007 split.steps[0]',
    'B-2025-007 split.steps[1]',
    'A-2026-014 use[0]',
  ])
  expect(links[1]?.lines.map(({ rate }) => rate)).toEqual(['54 %', '23 %', '16 %', '7 %'])
  expect(links[3]?.sentence.en).toBe('Of the base, the expert in person takes 80 %: ¥800.28 → ¥640.22')
})

test('a resource of somebody else needs a right of use, a foreign offering an agreement on the bill, and two such agreements are one too many', () => {
  const codeOf = (terms: TermsInForce[], more: Partial<Service>) => {
    const shared = shareService(terms, service(more))
    return shared.ok
      ? 'ok'
      : [
          shared.refusal.code,
          ...Object.values(shared.refusal.details).map((detail) => (typeof detail === 'object' ? detail.zh : detail)),
        ].join(' ')
  }
  expect(codeOf([], { resources: [expertOf('HOSPITAL')], names: new Map([['HOSPITAL', { zh: '一院', en: 'First' }]]) })).toBe(
    'agreements.use-not-agreed 一院 TENANT 许明远',
  )
  expect(codeOf([], { offererId: id('OPERATOR') })).toBe('agreements.split-not-agreed TENANT OPERATOR')
  const second = agreement('A-2026-015', partiesOf('tenant', 'operator'), { steps: [rest('tenant')] })
  expect(codeOf([second, bill], injection)).toBe('agreements.split-ambiguous A-2026-014 A-2026-015')
  const naming = agreement('A-2026-016', partiesOf('tenant', 'operator'), { offerings: ['injection'], steps: [rest('operator')] })
  expect(codeOf([second, naming, bill], injection)).toBe('ok')
  expect(codeOf([bill, ownExpert, { ...ownExpert, code: 'C' }], injection)).toBe('agreements.split-ambiguous B-2025-007 C')
})

test('without an agreement on the bill the host who offers it holds all; another kind of expert, offering or expert’s owner is not covered', () => {
  expect(amountsOf(share([], {}))).toEqual({ TENANT: 1000 })
  const cardiology = agreement('A', partiesOf('tenant', 'hospital'), null, [
    mayUse('tenant', 'hospital', { role: 'expert', kind: 'cardiology' }),
  ])
  expect(shareService([cardiology], service({ resources: [expertOf('HOSPITAL')] })).ok).toBe(false)
  const other = agreement('B', partiesOf('tenant', 'operator'), { offerings: ['mri'], steps: [rest('operator')] })
  const others = agreement('C', partiesOf('tenant', 'operator'), { experts: 'operator', steps: [rest('operator')] })
  expect(amountsOf(share([other, others], {}))).toEqual({ TENANT: 1000 })
})

test('a tenant’s agreement with its landlord divides the tenant’s own services and never the landlord’s', () => {
  const fee = agreement('A', partiesOf('tenant', 'operator'), {
    steps: [{ step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 700 }] }, rest('tenant')],
  })
  expect(amountsOf(share([fee], {}))).toEqual({ OPERATOR: 70, TENANT: 930 })
  expect(amountsOf(share([fee], { hostId: id('OPERATOR'), offererId: id('OPERATOR') }))).toEqual({ OPERATOR: 1000 })
})

test('a fee of use counts begun half-hours, has a floor, and moves from the host to the owner outside of every base', () => {
  const room = {
    role: 'room' as const,
    kind: 'theatre',
    id: '手术室 3',
    ownerId: id('OPERATOR'),
    name: { zh: '手术室 3', en: 'Theatre 3' },
  }
  const rent = agreement('A', partiesOf('tenant', 'operator'), null, [
    mayUse('tenant', 'operator', { role: 'room', kind: '*' }, { per: 'use', amountFen: 1 }),
    mayUse('tenant', 'operator', { role: 'room', kind: 'theatre' }, { per: 'half-hour', amountFen: 12_000, minimumFen: 20_000 }),
  ])
  const feeFor = (minutes: number, charges = [professional(1000)]) => amountsOf(share([rent], { minutes, charges, resources: [room] }))
  expect(feeFor(40)).toEqual({ TENANT: 760, OPERATOR: 240 })
  expect(feeFor(30)).toEqual({ TENANT: 800, OPERATOR: 200 })
  expect(feeFor(40, [professional(-1000)])).toEqual({ TENANT: -1000 })
})

test('a receiver that the service lacks takes nothing, and the sentence says so', () => {
  const withDevice = agreement('A', partiesOf('tenant', 'operator'), {
    steps: [{ step: 'fixed', of: 'base', to: 'device', amountFen: 5000 }, rest('tenant')],
  })
  const { parties, links } = share([withDevice], {})
  expect(parties).toEqual([{ partyId: 'TENANT', kind: 'institution', amountFen: 100_000n }])
  expect(links[0]?.sentence).toEqual({
    zh: '基数中，设备所属机构每次取 ¥50.00：¥1,000.00 → ¥0.00；本次没有设备所属机构',
    en: 'Of the base, the device’s owner takes ¥50.00 per service: ¥1,000.00 → ¥0.00; this service has no device’s owner',
  })
})

test('a tier goes on where the period stands', () => {
  const tiered = agreement('A', partiesOf('tenant', 'operator'), {
    steps: [
      {
        step: 'tier',
        of: 'base',
        to: 'operator',
        tiers: [
          { upToFen: 100_000, basisPoints: 1000 },
          { upToFen: null, basisPoints: 2000 },
        ],
      },
      rest('tenant'),
    ],
  })
  const shared = shareService([tiered], service(), (version, place) => (version === 'A v1' && place === 'split.steps[0]' ? 50_000n : 0n))
  expect(shared.ok && amountsOf(shared.value)).toEqual({ OPERATOR: 150, TENANT: 850 })
})

const charges = fc.array(
  fc.record({ category: fc.constantFrom(...chargeCategories), amountFen: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }) }),
  { maxLength: 6 },
)
const resources = [
  expertOf('GROUP'),
  { role: 'device' as const, kind: 'mri', id: 'MRI', ownerId: id('FOUNDER'), name: { zh: 'MRI', en: 'MRI' } },
]
const parties = partiesOf(...roles)
const rights = agreement('Z', parties, null, [
  mayUse('tenant', 'group', { role: 'expert', kind: '*' }),
  mayUse('tenant', 'founder', { role: 'device', kind: '*' }, { per: 'use', amountFen: 777 }),
])

test('the shares of any bill by any valid terms add up to the bill exactly, and each link to what it gives', () => {
  fc.assert(
    fc.property(validTerms, validTerms, charges, fc.subarray(resources), (one, two, bill, used) => {
      const terms = [rights, compileTerms(versionOf('A', parties, one)), compileTerms(versionOf('B', parties, two))]
      const shared = shareService(terms, service({ charges: bill, resources: used }))
      fc.pre(shared.ok)
      const total = sumOf(bill.map(({ amountFen }) => amountFen))
      expect(sumOf(shared.value.parties.map(({ amountFen }) => amountFen))).toBe(total)
      for (const link of shared.value.links)
        if (link.step === 'remainder' && link.lines.length > 0) expect(sumOf(link.lines.map(({ amountFen }) => amountFen))).toBe(link.ofFen)
      expect(shareService(terms.toReversed(), service({ charges: bill, resources: used }))).toEqual(shared)
    }),
    { numRuns: 500 },
  )
})

test('shares of the base do not depend on the order of its steps, because each is of the whole base', () => {
  const takes = fc.array(
    fc.record({ party: fc.constantFrom('operator', 'group', 'founder'), basisPoints: fc.integer({ min: 1, max: 2000 }) }),
    {
      minLength: 2,
      maxLength: 5,
    },
  )
  fc.assert(
    fc.property(takes, charges, (rates, bill) => {
      const dividing = (list: typeof rates): Terms => ({
        use: [],
        split: {
          divides: 'bill',
          offerings: [],
          less: [],
          steps: [...list.map((rate): Step => ({ step: 'percent', of: 'base', to: [rate] })), rest('tenant')],
        },
      })
      const amounts = (list: typeof rates) => amountsOf(share([compileTerms(versionOf('A', parties, dividing(list)))], { charges: bill }))
      expect(amounts(rates.toReversed())).toEqual(amounts(rates))
    }),
  )
})
