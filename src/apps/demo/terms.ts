import type { Terms } from '../../modules/agreements/index.ts'

type Use = Terms['use'][number]
export type Step = NonNullable<Terms['split']>['steps'][number]

export const percent = (of: string, party: string, basisPoints: number): Step => ({ step: 'percent', of, to: [{ party, basisPoints }] })
export const remainder = (of: string, party: string): Step => ({ step: 'remainder', of, to: [{ party, parts: 1 }] })
export const fixed = (of: string, to: string, amountFen: number): Step => ({ step: 'fixed', of, to, amountFen })
/** What is left of a source, divided in parts. */
export const inParts = (of: string, parts: Readonly<Record<string, number>>): Step => ({
  step: 'remainder',
  of,
  to: Object.entries(parts).map(([party, parts]) => ({ party, parts })),
})
/** Three tenths, then more: marginal tiers of a period's sum, as revenue shares of physician groups go (domain.md 5.2). */
export const groupTiers = [
  { upToFen: 10_000_000, basisPoints: 3000 },
  { upToFen: 30_000_000, basisPoints: 3500 },
  { upToFen: null, basisPoints: 4000 },
]
export const lend = (owner: string, user: string, role: 'expert' | 'room' | 'device', kind: string, price: Use['price']): Use => ({
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

/** A pharmacy fills a prescription: a fixed fee for the order, the rest is its own. */
export const fulfilmentTerms = (orderFen: number): Terms => ({
  use: [],
  split: { divides: 'bill', offerings: [], less: [], steps: [fixed('base', 'operator', orderFen), remainder('base', 'member')] },
})

/** A physician group at a tenant: a share by tiers, the platform's tenth of it, the rest by parts of seven and three. */
export const groupTerms: Terms = {
  use: [lend('group', 'tenant', 'expert', '*', null)],
  split: {
    divides: 'tenant',
    experts: 'group',
    offerings: [],
    less: [],
    steps: [
      { step: 'tier', of: 'base', to: 'group', tiers: groupTiers },
      percent('group', 'operator', 1000),
      inParts('group', { practitioner: 7, group: 3 }),
      remainder('base', 'tenant'),
    ],
  },
}

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
