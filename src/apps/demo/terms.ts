import type { Terms } from '../../modules/agreements/index.ts'

type Use = Terms['use'][number]
type Step = NonNullable<Terms['split']>['steps'][number]

const percent = (of: string, party: string, basisPoints: number): Step => ({ step: 'percent', of, to: [{ party, basisPoints }] })
const remainder = (of: string, party: string): Step => ({ step: 'remainder', of, to: [{ party, parts: 1 }] })
const lend = (owner: string, user: string, role: 'expert' | 'room' | 'device', kind: string, price: Use['price']): Use => ({
  user,
  owner,
  resource: { role, kind },
  price,
})

/** Operator and tenant: a fee on the bill without drugs and consumables; theatres by the half-hour, their equipment by use. */
export const tenantTerms = (operatorBasisPoints: number): Terms => ({
  use: [
    lend('operator', 'tenant', 'room', 'theatre', { per: 'half-hour', amountFen: 120_000, minimumFen: 240_000 }),
    lend('operator', 'tenant', 'room', '*', { per: 'half-hour', amountFen: 10_000 }),
    lend('operator', 'tenant', 'device', 'endoscopy-tower', { per: 'use', amountFen: 60_000 }),
  ],
  split: {
    divides: 'bill',
    offerings: [],
    less: [
      { category: 'consumable', to: 'tenant' },
      { category: 'drug', to: 'tenant' },
    ],
    steps: [percent('base', 'operator', operatorBasisPoints), remainder('base', 'tenant')],
  },
})

/** A hospital or clinic (`home`) lets its experts work elsewhere: a share of that place's part, most of it the practitioner's. */
export const expertTerms = (home: string, place: string, homeBasisPoints: number): Terms => ({
  use: [lend(home, place, 'expert', '*', null)],
  split: {
    divides: place,
    experts: home,
    offerings: [],
    less: [],
    steps: [percent('base', home, homeBasisPoints), percent(home, 'practitioner', 8000), remainder('base', place)],
  },
})

/** The operator's part of a member's bills, without drugs and consumables, for what it does for all of them. */
export const memberTerms = (operatorBasisPoints: number): Terms => ({
  use: [],
  split: {
    divides: 'bill',
    offerings: [],
    less: [
      { category: 'consumable', to: 'member' },
      { category: 'drug', to: 'member' },
    ],
    steps: [percent('base', 'operator', operatorBasisPoints), remainder('base', 'member')],
  },
})

/** A physician group at a tenant: a share by tiers, the platform's tenth of it, the rest by parts of seven and three. */
export const groupTerms = (tiers: { upToFen: number | null; basisPoints: number }[]): Terms => ({
  use: [lend('group', 'tenant', 'expert', '*', null)],
  split: {
    divides: 'tenant',
    experts: 'group',
    offerings: [],
    less: [],
    steps: [
      { step: 'tier', of: 'base', to: 'group', tiers },
      percent('group', 'operator', 1000),
      {
        step: 'remainder',
        of: 'group',
        to: [
          { party: 'practitioner', parts: 7 },
          { party: 'group', parts: 3 },
        ],
      },
      remainder('base', 'tenant'),
    ],
  },
})

/** A centre lets others use its devices, each use at its price. */
export const deviceTerms = (pricesFen: Readonly<Record<string, number>>): Terms => ({
  use: Object.entries(pricesFen).map(([kind, amountFen]) => lend('centre', 'user', 'device', kind, { per: 'use', amountFen })),
  split: null,
})

/** A partner's experts at a platform hospital: a share of the bill without drugs and consumables, most of it the practitioner's. */
export const visitingTerms = (partnerBasisPoints: number): Terms => ({
  use: [lend('partner', 'hospital', 'expert', '*', null)],
  split: {
    divides: 'bill',
    experts: 'partner',
    offerings: [],
    less: [
      { category: 'consumable', to: 'hospital' },
      { category: 'drug', to: 'hospital' },
    ],
    steps: [percent('base', 'partner', partnerBasisPoints), percent('partner', 'practitioner', 8000), remainder('base', 'hospital')],
  },
})
