import { type Static, Type as T } from 'typebox'

/** What a payer and a network have agreed on. */
export const contractSchema = T.Object(
  {
    discountBasisPoints: T.Integer({ minimum: 0, maximum: 10_000, description: 'off the list price of what is covered' }),
    answerDays: T.Integer({ minimum: 1, maximum: 365, description: 'in which a claim is answered' }),
  },
  { additionalProperties: false },
)
export type Contract = Static<typeof contractSchema>
