/** Division, rounded once, half away from zero; the divisor is positive. */
export function divideRounded(amount: bigint, divisor: bigint): bigint {
  const twice = (amount < 0n ? -amount : amount) * 2n + divisor
  const rounded = twice / (divisor * 2n)
  return amount < 0n ? -rounded : rounded
}

export const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)

/** So many hundredths of a percent of an amount, in fen. */
export const percentOf = (amount: bigint, basisPoints: bigint): bigint => divideRounded(amount * basisPoints, 10_000n)

/**
 * Divides an amount exactly by weights (largest remainder, ties to the first listed); a negative one as its absolute value, negated.
 * At least one weight is positive.
 */
export function divideByWeights(amount: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 1) return [amount]
  const whole = amount < 0n ? -amount : amount
  const sum = sumOf(weights)
  let left = whole
  const fractions: bigint[] = []
  const parts = weights.map((weight) => {
    const scaled = whole * weight
    const part = scaled / sum
    fractions.push(scaled - part * sum)
    left -= part
    return part
  })
  for (; left > 0n; left -= 1n) {
    const place = largest(fractions)
    parts[place] = (parts[place] ?? 0n) + 1n
    fractions[place] = -1n
  }
  return amount < 0n ? parts.map((part) => -part) : parts
}

function largest(fractions: readonly bigint[]): number {
  let place = 0
  for (let other = 1; other < fractions.length; other += 1) if ((fractions[other] as bigint) > (fractions[place] as bigint)) place = other
  return place
}

const threeDigits = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

/** `¥1,482.00`, with a minus sign before a negative amount. */
export function yuan(fen: bigint): string {
  const number = Number(fen < 0n ? -fen : fen)
  const sign = fen < 0n ? '−¥' : '¥'
  if (!Number.isSafeInteger(number)) return sign + grouped(String(fen).replace('-', ''))
  // Written out by hand, because an explanation is mostly figures.
  let whole = Math.floor(number / 100)
  let text = `.${(threeDigits[number - whole * 100] as string).slice(1)}`
  for (; whole >= 1000; whole = Math.floor(whole / 1000)) text = `,${threeDigits[whole % 1000]}${text}`
  return sign + whole + text
}

const grouped = (fen: string): string => `${fen.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${fen.slice(-2)}`

/** `7 %`, `7.25 %`. */
export const percentText = (basisPoints: number): string => `${basisPoints / 100} %`
