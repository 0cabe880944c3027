import type { PlainDate } from '../../kernel/time.ts'
import type { Name } from './names.ts'
import { randomFrom } from './random.ts'

// Names that nobody bears.
const brands: readonly (readonly [zh: string, en: string])[] = [
  ['澜岳', 'Lanyue'],
  ['汀和', 'Tinghe'],
  ['屿安', 'Yu’an'],
  ['岚信', 'Lanxin'],
  ['沧禾', 'Canghe'],
  ['望川', 'Wangchuan'],
  ['苏汀', 'Suting'],
  ['若屿', 'Ruoyu'],
  ['明岚', 'Minglan'],
  ['青禾', 'Qinghe'],
  ['临岳', 'Linyue'],
  ['海岚', 'Hailan'],
]
const lines: readonly (readonly [zh: string, en: string])[] = [
  ['健康险', 'Health'],
  ['人寿', 'Life'],
  ['财险', 'Property'],
  ['养老险', 'Pension'],
  ['互助', 'Mutual'],
]
const categories = ['professional', 'facility', 'examination', 'drug', 'consumable'] as const

export type DemoInsurer = {
  readonly payer: { readonly code: string; readonly name: Name }
  readonly product: { readonly code: string; readonly name: Name }
  readonly contract: { readonly discountBasisPoints: number; readonly answerDays: number }
  readonly terms: object
  readonly validFrom: PlainDate
  /** Number of the policy of a member, by his place. */
  readonly policyOf: (place: number) => string
}

/** So many insurers beside the demo's payer, at most sixty; nobody answers their claims, because their systems are not there. */
export function insurersOf(count: number, today: PlainDate): DemoInsurer[] {
  const year = today.slice(0, 4)
  return brands
    .flatMap((brand) => lines.map((line) => [brand, line] as const))
    .slice(0, count)
    .map(([brand, line], place) => {
      const random = randomFrom(`insurer ${place}`)
      const code = `${brand[1].toLowerCase().replace('’', '')}-${line[1].toLowerCase()}`
      return {
        payer: { code, name: { zh: brand[0] + line[0], en: `${brand[1]} ${line[1]}` } },
        product: { code: 'standard', name: { zh: `${brand[0]}标准 ${year}`, en: `${brand[1]} Standard ${year}` } },
        contract: { discountBasisPoints: random.integer(0, 8) * 100, answerDays: random.pick([10, 15, 30]) },
        terms: {
          coveredCategories: categories.slice(0, random.integer(3, categories.length)),
          excludedItems: [],
          copayFen: random.integer(0, 10) * 1000,
          deductibleFen: random.integer(0, 20) * 10_000,
          coinsuranceBasisPoints: random.integer(0, 6) * 500,
          annualLimitFen: random.integer(5, 40) * 1_000_000,
        },
        validFrom: `${year}-01-01` as PlainDate,
        policyOf: (member) => `${year}${String(place + 1).padStart(2, '0')}-${String(member + 1).padStart(7, '0')}`,
      }
    })
}
