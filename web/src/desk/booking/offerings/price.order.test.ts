import { expect, test } from 'vitest'
import { listsOf, type PricePart, partsOf, textsOf } from './price.order'

const part = (siteId: string | null, title: string, category: string, amountFen: number) =>
  ({ siteId, title, category, amountFen }) as PricePart

test('a price list read as texts and back is the same, site by site', () => {
  const prices = [
    part(null, 'chief', 'professional', 90_000),
    part(null, 'chief', 'consumable', 12_050),
    part('west', 'chief', 'professional', 1),
  ]
  expect(listsOf(prices)).toEqual([null, 'west'])
  expect(listsOf(prices).flatMap((siteId) => partsOf(textsOf(prices, siteId), siteId))).toEqual(prices)
})

test('what is empty or no amount is no price', () => {
  expect(partsOf({ 'chief professional': '', 'chief drug': 'viel', 'attending drug': '-3' }, null)).toEqual([])
})
