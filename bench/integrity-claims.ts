// What the engines are judged on: rules and claims as plain data. It knows none of the engines.

export type GeneratedLimit =
  | { readonly kind: 'age'; readonly most: number }
  | { readonly kind: 'sex'; readonly only: 'female' | 'male' }
  | { readonly kind: 'diagnosis'; readonly categories: readonly string[] }
  | { readonly kind: 'quantity'; readonly most: number }
  | { readonly kind: 'price'; readonly mostFen: number }
export type GeneratedRule = { readonly code: string; readonly items: readonly string[]; readonly limit: GeneratedLimit }
export type GeneratedLine = { readonly id: string; readonly item: string; readonly quantity: number; readonly unitFen: number }
export type GeneratedClaim = {
  readonly sex: 'female' | 'male'
  readonly birthDate: string
  readonly date: string
  readonly diagnoses: readonly string[]
  readonly lines: readonly GeneratedLine[]
}

/** Whole numbers below a limit, the same in every run. */
function randomOf(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const kinds = ['age', 'sex', 'diagnosis', 'quantity', 'price'] as const
const categories = 'A09 B18 C34 C50 D50 E03 E11 E78 G47 H10 I10 I25 I48 J06 J18 J45 K21 K29 L20 M17 M54 N18 N40 R07 S83 Z00'.split(' ')
/** Service items of a region, as long as their codes really are. */
const items = Array.from({ length: 120 }, (_, place) => `0021${String(25_000_000 + place * 1_337).padStart(11, '0')}`)

export function makeRules(count: number): GeneratedRule[] {
  const random = randomOf(7)
  const pick = <Item>(from: readonly Item[]): Item => from[random(from.length)] as Item
  const limitOf = (kind: (typeof kinds)[number]): GeneratedLimit => {
    if (kind === 'age') return { kind, most: pick([64, 74, 79]) }
    if (kind === 'sex') return { kind, only: pick(['female', 'male'] as const) }
    if (kind === 'diagnosis')
      return { kind, categories: [...new Set([pick(categories), pick(categories), pick(categories), pick(categories)])] }
    if (kind === 'quantity') return { kind, most: 8 + random(7) }
    return { kind, mostFen: 40_000 + random(30_000) }
  }
  return Array.from({ length: count }, (_, place) => ({
    code: `GZ${10_000_102_000_000 + place * 1_000}`,
    items: [...new Set(Array.from({ length: 1 + random(6) }, () => pick(items)))],
    limit: limitOf(kinds[place % kinds.length] ?? 'age'),
  }))
}

export function makeClaims(count: number): GeneratedClaim[] {
  const random = randomOf(11)
  const pick = <Item>(from: readonly Item[]): Item => from[random(from.length)] as Item
  const two = (number: number) => String(number).padStart(2, '0')
  return Array.from({ length: count }, (_, claim) => ({
    sex: pick(['female', 'male'] as const),
    birthDate: `${1936 + random(90)}-${two(1 + random(12))}-${two(1 + random(28))}`,
    date: `2026-11-${two(1 + random(28))}`,
    diagnoses: Array.from({ length: 1 + random(3) }, () => `${pick(categories)}.${random(10)}`),
    lines: Array.from({ length: 3 }, (_, line) => ({
      id: `${claim}-${line}`,
      item: pick(items),
      quantity: 1 + random(16),
      unitFen: 1_000 + random(70_000),
    })),
  }))
}
