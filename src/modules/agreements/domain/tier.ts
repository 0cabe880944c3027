import { divideRounded } from '../../../kernel/money.ts'

export type Tiers = readonly { readonly upToFen: bigint | null; readonly basisPoints: bigint }[]

/**
 * What marginal tiers take of an amount that follows others of its period: the rounded sum after it less the rounded sum before it, so
 * that the parts of a period add up to its sum rounded once, in whatever order they come. A sum below zero takes the first tier's rate.
 */
export const tierOf = (amount: bigint, soFar: bigint, tiers: Tiers): bigint =>
  divideRounded(tierSum(soFar + amount, tiers), 10_000n) - divideRounded(tierSum(soFar, tiers), 10_000n)

/** Fen times basis points over all tiers below a sum. */
function tierSum(sum: bigint, tiers: Tiers): bigint {
  if (sum < 0n) return sum * (tiers[0]?.basisPoints ?? 0n)
  let taken = 0n
  let from = 0n
  for (const { upToFen, basisPoints } of tiers) {
    const until = upToFen === null || sum < upToFen ? sum : upToFen
    if (until <= from) break
    taken += (until - from) * basisPoints
    from = until
  }
  return taken
}
