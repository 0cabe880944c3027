import type { Id } from '../../../kernel/id.ts'
import type { ChargeCategory } from '../../agreements/index.ts'
import type { ResourceRole, Title } from '../../network/index.ts'

type Name = { readonly zh: string; readonly en: string }

export type Need = { readonly role: ResourceRole; readonly kind: string }

/** One part of a price, of one site or of all, by title of the expert. */
export type PricePart = {
  readonly siteId: Id<'site'> | null
  readonly title: Title
  readonly category: ChargeCategory
  readonly amountFen: number
}
export type Charge = Pick<PricePart, 'category' | 'amountFen'>

/** What is offered, with the prices in force on the day of service. */
export type Offering = {
  readonly id: Id<'offering'>
  readonly ownerId: Id<'institution'>
  readonly networkId: Id<'network'>
  readonly code: string
  readonly name: Name
  readonly durationMinutes: number
  /** Minutes before the beginning in which room and device are prepared. */
  readonly setupMinutes: number
  /** What the patient does before. */
  readonly preparation: Name | null
  readonly needs: readonly Need[]
  readonly prices: readonly PricePart[]
}

/** What a service at a site by an expert of a title is charged, part by part: the site's own price, else the one of all sites. */
export function chargesOf({ prices }: Offering, siteId: Id<'site'>, title: Title | null): readonly Charge[] {
  const ofTitle = prices.filter((price) => price.title === title)
  const own = ofTitle.filter((price) => price.siteId === siteId)
  return (own.length > 0 ? own : ofTitle.filter((price) => price.siteId === null)).map(({ category, amountFen }) => ({
    category,
    amountFen,
  }))
}

/** Fen. */
export const totalOf = (charges: readonly Charge[]): number => charges.reduce((sum, { amountFen }) => sum + amountFen, 0)
