import fc from 'fast-check'
import { checkTerms } from '../../src/modules/agreements/domain/check-terms.ts'
import type { AgreementVersion, Party, Service } from '../../src/modules/agreements/domain/service.ts'
import {
  chargeCategories,
  pricePeriods,
  type Step,
  serviceRoles,
  type Terms,
  usableRoles,
} from '../../src/modules/agreements/domain/terms.ts'

/** Parties by role; the id is the role in capitals, so that a test reads. */
export const partiesOf = (...roles: string[]): Party[] =>
  roles.map((role) => ({ role, partyId: role.toUpperCase() as Party['partyId'], name: { zh: `${role}院`, en: `The ${role}` } }))

export const versionOf = (code: string, parties: readonly Party[], terms: Terms): AgreementVersion => ({
  agreementId: code,
  versionId: `${code} v1`,
  code,
  title: { zh: code, en: code },
  number: 1,
  parties,
  terms,
})

export const roles = ['operator', 'tenant', 'group', 'founder']
const receiver = fc.constantFrom(...roles, ...serviceRoles)
const fen = fc.integer({ min: 1, max: 50_000_000 })
const unique = <Item>(item: fc.Arbitrary<Item>, key: (item: Item) => string, maxLength: number, minLength = 0) =>
  fc.uniqueArray(item, { selector: key, maxLength, minLength })

const use = fc.record({
  user: fc.constantFrom(...roles),
  owner: fc.constantFrom(...roles),
  resource: fc.record({ role: fc.constantFrom(...usableRoles), kind: fc.constantFrom('*', 'theatre', 'mri', 'orthopaedics') }),
  price: fc.option(
    fc.record({ per: fc.constantFrom(...pricePeriods), amountFen: fen, minimumFen: fen }, { requiredKeys: ['per', 'amountFen'] }),
  ),
})
const tiers = fc.uniqueArray(fen, { maxLength: 3 }).chain((ends) =>
  fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: ends.length + 1, maxLength: ends.length + 1 }).map((rates) => {
    const sorted = ends.toSorted((a, b) => a - b)
    return rates.map((basisPoints, index) => ({ upToFen: sorted[index] ?? null, basisPoints }))
  }),
)
const stepOf = (of: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.oneof(
    fc.record({
      step: fc.constant('percent' as const),
      of,
      to: unique(fc.record({ party: receiver, basisPoints: fc.integer({ min: 1, max: 900 }) }), ({ party }) => party, 3, 1),
    }),
    fc.record({ step: fc.constant('fixed' as const), of, to: receiver, amountFen: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ step: fc.constant('tier' as const), of, to: receiver, tiers }),
  )
const remainderOf = (of: fc.Arbitrary<string>): fc.Arbitrary<Step> =>
  fc.record({
    step: fc.constant('remainder' as const),
    of,
    to: unique(fc.record({ party: receiver, parts: fc.integer({ min: 1, max: 9 }) }), ({ party }) => party, 4, 1),
  })
const split = fc.record(
  {
    divides: fc.constantFrom('bill', ...roles),
    offerings: fc.uniqueArray(fc.constantFrom('injection', 'mri', 'knee'), { maxLength: 3 }),
    experts: fc.constantFrom(...roles),
    less: unique(fc.record({ category: fc.constantFrom(...chargeCategories), to: receiver }), ({ category }) => category, 2),
    steps: fc
      .tuple(
        fc.array(stepOf(fc.constant('base')), { minLength: 1, maxLength: 3 }),
        fc.array(fc.oneof(stepOf(receiver), remainderOf(receiver)), { maxLength: 3 }),
        remainderOf(fc.constant('base')),
      )
      .map(([first, then, last]) => [...first, ...then, last]),
  },
  { requiredKeys: ['divides', 'offerings', 'less', 'steps'] },
)

/** Terms that have passed the check, between `roles`. */
export const validTerms: fc.Arbitrary<Terms> = fc
  .record({ use: unique(use, (one) => JSON.stringify([one.user, one.owner, one.resource]), 3), split: fc.option(split) })
  .map((terms): Terms => {
    if (!terms.split) return { ...terms, split: null }
    const { less, ...rest } = terms.split
    return { use: terms.use, split: { ...rest, less: rest.divides === 'bill' ? less : [] } }
  })
  .filter((terms) => checkTerms(terms, roles).ok)

export const service = (more: Partial<Service> = {}): Service => ({
  offeringCode: 'injection',
  hostId: 'TENANT' as Service['hostId'],
  offererId: 'TENANT' as Service['offererId'],
  minutes: 40,
  charges: [{ category: 'professional', amountFen: 100_000n }],
  resources: [],
  ...more,
})
