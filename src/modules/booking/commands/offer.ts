import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { amountFen, bilingual, idOf, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { categoryWords, chargeCategories } from '../../agreements/index.ts'
import { mayActFor, resourceRoles, titles, titleWords } from '../../network/index.ts'
import type { PricePart } from '../domain/offering.ts'
import { refuse } from '../refusals.ts'
import { insertOffering, insertPrices, lockOffering, retireOfferingRow } from '../store/offering.ts'

const prices = T.Array(
  T.Object({
    /** A site of its own price; null: every site without one. */
    siteId: nullable(idOf('site')),
    title: words(titles, 'title'),
    category: words(chargeCategories, 'chargeCategory'),
    amountFen,
  }),
  { minItems: 1, maxItems: 200 },
)

/** What an institution offers to the network: a duration, what it needs, what the patient does before, and its prices from today on. */
export const defineOffering = defineCommand({
  name: 'booking.define-offering',
  zh: '定义服务项目',
  en: 'Define an offering',
  permission: 'booking.offering.define',
  input: T.Object({
    networkId: idOf('network'),
    ownerId: idOf('institution'),
    code: T.String({ minLength: 2, maxLength: 40 }),
    name: bilingual,
    durationMinutes: T.Integer({ minimum: 5, maximum: 480 }),
    setupMinutes: T.Integer({ minimum: 0, maximum: 240 }),
    preparation: nullable(bilingual),
    needs: T.Array(T.Object({ role: words(resourceRoles, 'resourceRole'), kind: T.String({ minLength: 2 }) }), {
      minItems: 1,
      maxItems: 3,
    }),
    prices,
  }),
  output: T.Object({ offeringId: idOf('offering') }),
  refusals: ['platform.not-permitted', 'booking.offering-code-taken', 'booking.price-twice'],
  async run(work, { prices, ...offering }) {
    const permitted = mayActFor(work.actor, offering.ownerId)
    if (!permitted.ok) return permitted
    const checked = checkPrices(prices)
    if (!checked.ok) return checked
    const offeringId = work.newId<'offering'>()
    const inserted = await insertOffering(work, { ...offering, id: offeringId })
    if (!inserted.ok) return inserted
    await insertPrices(work, offeringId, prices, dateIn(defaultZone, work.now))
    return ok({ offeringId })
  },
})

/** A site, title and part has one price. */
function checkPrices(prices: readonly PricePart[]) {
  const keyOf = ({ siteId, title, category }: PricePart) => `${siteId} ${title} ${category}`
  const twice = prices.find((price, place) => prices.findIndex((one) => keyOf(one) === keyOf(price)) !== place)
  return twice ? refuse('booking.price-twice', { title: titleWords[twice.title], category: categoryWords[twice.category] }) : ok(null)
}

/** New prices of an offering from a day on; visits keep the price they were promised at. */
export const repriceOffering = defineCommand({
  name: 'booking.reprice-offering',
  zh: '调整项目价格',
  en: 'Reprice an offering',
  permission: 'booking.offering.define',
  input: T.Object({ offeringId: idOf('offering'), validFrom: plainDate, prices }),
  output: T.Object({ offeringId: idOf('offering') }),
  refusals: ['platform.not-permitted', 'booking.offering-unknown', 'booking.price-twice'],
  async run(work, { offeringId, validFrom, prices }) {
    const owned = await lockOwned(work, offeringId)
    if (!owned.ok) return owned
    const checked = checkPrices(prices)
    if (!checked.ok) return checked
    await insertPrices(work, offeringId, prices, validFrom)
    return ok({ offeringId })
  },
})

/** An offering is offered until a day, that day included; what is promised stays promised. */
export const retireOffering = defineCommand({
  name: 'booking.retire-offering',
  zh: '停止提供项目',
  en: 'Retire an offering',
  permission: 'booking.offering.define',
  input: T.Object({ offeringId: idOf('offering'), lastDay: plainDate }),
  output: T.Object({ offeringId: idOf('offering') }),
  refusals: ['platform.not-permitted', 'booking.offering-unknown'],
  async run(work, { offeringId, lastDay }) {
    const owned = await lockOwned(work, offeringId)
    if (!owned.ok) return owned
    await retireOfferingRow(work, offeringId, lastDay)
    return ok({ offeringId })
  },
})

async function lockOwned(work: Work, offeringId: Id<'offering'>) {
  const offering = await lockOffering(work, offeringId)
  if (!offering) return refuse('booking.offering-unknown')
  const permitted = mayActFor(work.actor, offering.ownerId)
  return permitted.ok ? ok(offering) : permitted
}
