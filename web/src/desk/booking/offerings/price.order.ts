import { type Enum, enums } from '../../../client/enums'
import type { ShowOfferingAnswer } from '../../../client/operations'

export type PricePart = ShowOfferingAnswer['prices'][number]
type Title = Enum<'title'>
type Category = Enum<'chargeCategory'>

export const titles = Object.keys(enums.title) as Title[]
export const categories = Object.keys(enums.chargeCategory) as Category[]

/** Texts of a price table in yuan: `title category` -> what was typed. */
export type PriceTexts = Readonly<Record<string, string>>
export const cellOf = (title: Title, category: Category): string => `${title} ${category}`

/** A price list of one site (null: of all) as texts. */
export const textsOf = (prices: readonly PricePart[], siteId: PricePart['siteId']): PriceTexts =>
  Object.fromEntries(
    prices
      .filter((price) => price.siteId === siteId)
      .map(({ title, category, amountFen }) => [cellOf(title, category), (amountFen / 100).toFixed(2).replace(/\.00$/, '')]),
  )

/** The parts that the texts say; what is empty or no amount is left out. */
export const partsOf = (texts: PriceTexts, siteId: PricePart['siteId']): PricePart[] =>
  titles.flatMap((title) =>
    categories.flatMap((category) => {
      const text = texts[cellOf(title, category)]?.trim() ?? ''
      return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? [{ siteId, title, category, amountFen: Math.round(Number(text) * 100) }] : []
    }),
  )

/** Sites with a list of their own, the general one first. */
export const listsOf = (prices: readonly PricePart[]): PricePart['siteId'][] => [
  null,
  ...new Set(prices.flatMap(({ siteId }) => (siteId === null ? [] : [siteId]))),
]

export const totalOf = (prices: readonly PricePart[], title: Title): number =>
  prices.filter((price) => price.title === title).reduce((sum, { amountFen }) => sum + amountFen, 0)
