import { type Static, Type as T } from 'typebox'

/** What a line of a bill is for. */
export const chargeCategories = ['professional', 'facility', 'examination', 'drug', 'consumable'] as const
export type ChargeCategory = (typeof chargeCategories)[number]

/** Roles that no agreement names, because each service fills them itself. */
export const serviceRoles = ['host', 'expert', 'device', 'practitioner'] as const
export type ServiceRole = (typeof serviceRoles)[number]

/** What an agreement can let somebody use. */
export const usableRoles = ['expert', 'room', 'device'] as const
export type UsableRole = (typeof usableRoles)[number]

export const pricePeriods = ['use', 'half-hour', 'month'] as const

const oneOf = <const Values extends readonly string[]>(values: Values, description: string) =>
  T.Unsafe<Values[number]>({ type: 'string', enum: [...values], description })
const record = <Fields extends Parameters<typeof T.Object>[0]>(fields: Fields, description: string) =>
  T.Object(fields, { additionalProperties: false, description })

export const roleName = T.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', description: 'a role of the agreement' })
const receiver = T.String({
  pattern: '^[a-z][a-z0-9-]{0,39}$',
  description: 'a role of the agreement, or one that the service fills: host, expert, device, practitioner',
})
const source = T.String({
  pattern: '^[a-z][a-z0-9-]{0,39}$',
  description: '`base`, or a role that has received in an earlier step',
})
const fen = (minimum: number, description: string) => T.Integer({ minimum, maximum: 1_000_000_000_000, description })
const basisPoints = T.Integer({ minimum: 1, maximum: 10_000, description: 'hundredths of a percent' })

const use = record(
  {
    user: roleName,
    owner: roleName,
    resource: record(
      {
        role: oneOf(usableRoles, 'what it is'),
        kind: T.String({
          pattern: '^([a-z0-9][a-z0-9-]{0,39}|\\*)$',
          description: 'specialty of an expert, kind of a room or device; `*` is every kind',
        }),
      },
      'what may be used',
    ),
    price: T.Union([
      record(
        {
          per: oneOf(pricePeriods, '`use`, begun `half-hour`, or `month` (shown, never charged per service)'),
          amountFen: fen(0, 'fen of CNY'),
          minimumFen: T.Optional(fen(0, 'the least that one service costs, fen of CNY')),
        },
        'price of the use',
      ),
      T.Null(),
    ]),
  },
  'who may use what of whom; a price of null is free of charge, because the split pays for it',
)

const less = record(
  { category: oneOf(chargeCategories, 'category of charges'), to: receiver },
  'charges of this category are taken out before the base, go to this role, and are never divided again',
)

const percent = record(
  {
    step: oneOf(['percent'], 'a share of the source'),
    of: source,
    to: T.Array(record({ party: receiver, basisPoints }, 'one receiver'), { minItems: 1, maxItems: 12 }),
  },
  'of `base`: always of the whole base; of a role: of all it has received so far',
)
const fixed = record({ step: oneOf(['fixed'], 'a fixed amount'), of: source, to: receiver, amountFen: fen(1, 'fen of CNY') }, 'per service')
const tier = record(
  {
    step: oneOf(['tier'], 'a share that grows with the sum of a period'),
    of: source,
    to: receiver,
    tiers: T.Array(
      record(
        { upToFen: T.Union([fen(1, 'upper end of this tier, fen of CNY'), T.Null()]), basisPoints },
        'the last tier is open: upToFen null',
      ),
      { minItems: 1, maxItems: 12 },
    ),
  },
  'marginal: each tier applies to the part of the period’s sum inside it',
)
const remainder = record(
  {
    step: oneOf(['remainder'], 'all that is left of the source'),
    of: source,
    to: T.Array(record({ party: receiver, parts: T.Integer({ minimum: 1, maximum: 10_000 }) }, 'one receiver'), {
      minItems: 1,
      maxItems: 12,
    }),
  },
  'divided by parts; fen that do not divide go to the largest fractions, ties to the first listed',
)

export type Step = Static<typeof percent> | Static<typeof fixed> | Static<typeof tier> | Static<typeof remainder>
/** A wrong step is named by what it says it is, not by the first kind it is not. */
const step = T.Unsafe<Step>({
  type: 'object',
  required: ['step'],
  discriminator: { propertyName: 'step' },
  oneOf: [percent, fixed, tier, remainder],
})

const split = record(
  {
    divides: T.String({
      pattern: '^[a-z][a-z0-9-]{0,39}$',
      description: '`bill`, or a role of the agreement: what that party holds after the bill was divided',
    }),
    offerings: T.Array(T.String({ minLength: 1, maxLength: 60 }), {
      maxItems: 100,
      uniqueItems: true,
      description: 'codes; empty is every offering',
    }),
    experts: T.Optional(roleName),
    less: T.Array(less, { maxItems: chargeCategories.length }),
    steps: T.Array(step, { minItems: 1, maxItems: 40 }),
  },
  'who gets what of the money of a service; `experts` keeps it to services whose expert belongs to that role',
)

/** The terms of an agreement as data: who may use what at which price, and who gets what of the money. */
export const termsSchema = record(
  { use: T.Array(use, { maxItems: 60 }), split: T.Union([split, T.Null()]) },
  'terms of an agreement: rights of use and the division of money',
)
export type Terms = Static<typeof termsSchema>
export type Use = Static<typeof use>
export type Split = Static<typeof split>

/** What the reference explains the language with. */
export const exampleTerms: Terms = {
  use: [
    {
      user: 'hospital',
      owner: 'operator',
      resource: { role: 'room', kind: 'theatre' },
      price: { per: 'half-hour', amountFen: 120_000, minimumFen: 240_000 },
    },
    { user: 'hospital', owner: 'group', resource: { role: 'expert', kind: '*' }, price: null },
  ],
  split: {
    divides: 'bill',
    offerings: ['knee-injection'],
    experts: 'group',
    less: [{ category: 'consumable', to: 'hospital' }],
    steps: [
      { step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 700 }] },
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
      { step: 'fixed', of: 'group', to: 'operator', amountFen: 5000 },
      {
        step: 'remainder',
        of: 'group',
        to: [
          { party: 'practitioner', parts: 4 },
          { party: 'group', parts: 1 },
        ],
      },
      { step: 'remainder', of: 'base', to: [{ party: 'hospital', parts: 1 }] },
    ],
  },
}
