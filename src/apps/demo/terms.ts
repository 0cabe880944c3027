/** Terms of an agreement, as the room `agreements` reads them: who may use what at which price, and how money is divided. */
export type Terms = { readonly use: readonly Use[]; readonly split: Split | null }

/** Roles are the agreement's own. `kind` `*` is every kind, a price of null is free of charge. */
type Use = {
  readonly user: string
  readonly owner: string
  readonly resource: { readonly role: 'expert' | 'room' | 'device'; readonly kind: string }
  readonly price: { readonly per: 'use' | 'half-hour'; readonly amountFen: number; readonly minimumFen?: number } | null
}

export type Split = {
  /** The bill, or what an agreement's role was given of it. */
  readonly divides: string
  /** The role whose experts these terms are for; without it for everybody's. */
  readonly experts?: string
  /** Codes; none means all. */
  readonly offerings: readonly string[]
  readonly less: readonly { readonly category: string; readonly to: string }[]
  readonly steps: readonly Step[]
}

type Step =
  | { readonly step: 'percent'; readonly of: string; readonly to: readonly { readonly party: string; readonly basisPoints: number }[] }
  | { readonly step: 'fixed'; readonly of: string; readonly to: string; readonly amountFen: number }
  | {
      readonly step: 'tier'
      readonly of: string
      readonly to: string
      readonly tiers: readonly { readonly upToFen: number | null; readonly basisPoints: number }[]
    }
  | { readonly step: 'remainder'; readonly of: string; readonly to: readonly { readonly party: string; readonly parts: number }[] }

const percent = (of: string, party: string, basisPoints: number): Step => ({ step: 'percent', of, to: [{ party, basisPoints }] })
const remainder = (of: string, party: string): Step => ({ step: 'remainder', of, to: [{ party, parts: 1 }] })
const lend = (owner: string, user: string, role: 'expert' | 'room' | 'device', kind: string, price: Use['price']): Use => ({
  user,
  owner,
  resource: { role, kind },
  price,
})

/** Operator and tenant: a fee on the bill without drugs and consumables; theatres by the half-hour; tenants' own people and devices work in them. */
export const tenantTerms = (operatorBasisPoints: number): Terms => ({
  use: [
    lend('operator', 'tenant', 'room', 'theatre', { per: 'half-hour', amountFen: 120_000, minimumFen: 240_000 }),
    lend('operator', 'tenant', 'room', '*', { per: 'half-hour', amountFen: 10_000 }),
    lend('tenant', 'operator', 'expert', '*', null),
    lend('tenant', 'operator', 'device', '*', null),
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

/** A hospital or clinic (`home`) lets its experts work at a tenant: a share of the tenant's part, most of it the practitioner's. */
export const expertTerms = (home: 'hospital' | 'clinic', homeBasisPoints: number): Terms => ({
  use: [lend(home, 'tenant', 'expert', '*', null)],
  split: {
    divides: 'tenant',
    experts: home,
    offerings: [],
    less: [],
    steps: [percent('base', home, homeBasisPoints), percent(home, 'practitioner', 8000), remainder('base', 'tenant')],
  },
})

/** A hospital lets its experts work in the operator's theatres; the money goes by the agreement with the tenant that offers. */
export const theatreTerms = (): Terms => ({ use: [lend('hospital', 'operator', 'expert', '*', null)], split: null })

/** A physician group at a tenant: a share by tiers, the platform's tenth of it, the rest by parts of seven and three. */
export const groupTerms = (tiers: readonly { readonly upToFen: number | null; readonly basisPoints: number }[]): Terms => ({
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
