import type { Member, Product } from './state.ts'

/** One line as it was claimed, in fen. */
export type Item = {
  readonly sequence: number
  readonly system: string
  readonly code: string
  readonly category: string
  readonly date: string
  readonly fen: number
}
export type DecidedItem = { readonly sequence: number; readonly benefitFen: number; readonly denial: string | null }
export type Decision = {
  readonly items: readonly DecidedItem[]
  readonly copayFen: number
  readonly deductibleFen: number
  readonly benefitFen: number
}
type Spent = { readonly deductibleFen: number; readonly benefitFen: number }

/** What is paid for a visit. Lines of refused items are calculated like the others and then not paid. */
export function decide(member: Member, product: Product, spent: Spent, items: readonly Item[], refused: ReadonlySet<string>): Decision {
  const prices = new Map<number, number>()
  for (const item of items)
    if (!reasonAgainst(member, product, item)) prices.set(item.sequence, item.fen - share(item.fen, product.discountBasisPoints))
  let rest = [...prices.values()].reduce((sum, price) => sum + price, 0)
  const copayFen = Math.min(rest, product.copayFen)
  rest -= copayFen
  const deductibleFen = Math.min(rest, Math.max(0, product.deductibleFen - spent.deductibleFen))
  rest -= deductibleFen
  rest -= share(rest, product.coinsuranceBasisPoints)
  if (product.annualLimitFen !== null) rest = Math.min(rest, Math.max(0, product.annualLimitFen - spent.benefitFen))
  const paid = spread(rest, prices)
  const decided = items.map((item): DecidedItem => {
    const against = reasonAgainst(member, product, item) ?? (refused.has(item.code) ? 'D06' : null)
    return { sequence: item.sequence, benefitFen: against ? 0 : (paid.get(item.sequence) ?? 0), denial: against }
  })
  return { items: decided, copayFen, deductibleFen, benefitFen: decided.reduce((sum, { benefitFen }) => sum + benefitFen, 0) }
}

function reasonAgainst(member: Member, product: Product, { system, code, category, date }: Item): string | null {
  if (date < member.validFrom || (member.validUntil !== null && date > member.validUntil)) return 'D02'
  if (!product.coveredCategories.includes(category)) return 'D04'
  return product.excludedItems.some((item) => item.system === system && item.code === code) ? 'D04' : null
}

/** Hundredths of a percent of an amount, halves up. */
const share = (fen: number, basisPoints: number): number => Number((BigInt(fen) * BigInt(basisPoints) + 5000n) / 10_000n)

/** An amount over lines in proportion to their prices: whole fen first, then one each to the largest rests, the first line first. */
function spread(amount: number, prices: ReadonlyMap<number, number>): Map<number, number> {
  const total = [...prices.values()].reduce((sum, price) => sum + price, 0)
  if (amount === 0 || total === 0) return new Map()
  const exact = [...prices].map(([sequence, price]) => {
    const product = BigInt(amount) * BigInt(price)
    return { sequence, whole: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) }
  })
  let over = amount - exact.reduce((sum, { whole }) => sum + whole, 0)
  const parts = new Map(exact.map(({ sequence, whole }) => [sequence, whole]))
  for (const { sequence, whole } of [...exact].sort((one, other) => other.rest - one.rest)) {
    if (over === 0) break
    parts.set(sequence, whole + 1)
    over -= 1
  }
  return parts
}
