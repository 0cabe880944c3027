import type { Seed } from '../../counterparty/index.ts'
import type { PlainDate } from '../../kernel/time.ts'
import type { Name } from './names.ts'
import type { NetworkPlan } from './plan.ts'

export const demoPayer = { code: 'hengyu', name: { zh: '恒裕健康险', en: 'Hengyu Health' } }

type CounterpartyProduct = NonNullable<Seed['products'][string]>
type Product = {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Of its policy numbers. */
  readonly letter: string
  readonly discountBasisPoints: number
  readonly terms: Omit<CounterpartyProduct, 'discountBasisPoints'>
}

/** The product by which persons of a network are covered, per network code. */
const products: Readonly<Record<string, Product>> = {
  'MALL-DEMO': {
    code: 'select',
    zh: '恒裕优选',
    en: 'Hengyu Select',
    letter: 'S',
    discountBasisPoints: 500,
    terms: {
      coveredCategories: ['professional', 'facility', 'examination', 'drug', 'consumable'],
      excludedItems: [],
      copayFen: 10_000,
      deductibleFen: 100_000,
      coinsuranceBasisPoints: 1000,
      annualLimitFen: 20_000_000,
    },
  },
  'HOSP-DEMO': {
    code: 'care',
    zh: '恒裕安心',
    en: 'Hengyu Care',
    letter: 'C',
    discountBasisPoints: 300,
    terms: {
      coveredCategories: ['professional', 'facility', 'examination', 'drug'],
      excludedItems: [],
      copayFen: 0,
      deductibleFen: 50_000,
      coinsuranceBasisPoints: 2000,
      annualLimitFen: 10_000_000,
    },
  },
  'COMM-DEMO': {
    code: 'chronic',
    zh: '恒裕慢病',
    en: 'Hengyu Chronic',
    letter: 'M',
    discountBasisPoints: 0,
    terms: {
      coveredCategories: ['professional', 'facility', 'examination', 'drug', 'consumable'],
      excludedItems: [],
      copayFen: 0,
      deductibleFen: 30_000,
      coinsuranceBasisPoints: 2500,
      annualLimitFen: 3_000_000,
    },
  },
  'GROUP-DEMO': {
    code: 'expert',
    zh: '恒裕专家',
    en: 'Hengyu Expert',
    letter: 'E',
    discountBasisPoints: 200,
    terms: {
      coveredCategories: ['professional', 'facility', 'examination'],
      excludedItems: [],
      copayFen: 5000,
      deductibleFen: 50_000,
      coinsuranceBasisPoints: 1500,
      annualLimitFen: 15_000_000,
    },
  },
  'COUNTY-DEMO': {
    code: 'home',
    zh: '恒裕惠民',
    en: 'Hengyu Home',
    letter: 'H',
    discountBasisPoints: 0,
    terms: {
      coveredCategories: ['professional', 'facility', 'examination', 'drug', 'consumable'],
      excludedItems: [],
      copayFen: 500,
      deductibleFen: 20_000,
      coinsuranceBasisPoints: 3000,
      annualLimitFen: 5_000_000,
    },
  },
}

export type DemoCover = {
  readonly product: { readonly code: string; readonly name: Name }
  readonly contract: { readonly discountBasisPoints: number; readonly answerDays: number }
  readonly terms: Product['terms']
  readonly validFrom: PlainDate
  /** Every other person of the plan, by her place in it. */
  readonly members: readonly { readonly person: number; readonly policyNumber: string; readonly elsewhereFen: number }[]
}

/** Who of a network is covered by what in the year of a day; null: nobody. The first person has paid her deductible of the year elsewhere. */
export function coverOf({ code, people }: NetworkPlan, today: PlainDate): DemoCover | null {
  const product = products[code]
  if (!product) return null
  const year = today.slice(0, 4)
  const { terms, discountBasisPoints, letter } = product
  const members = people.flatMap((_, person) => {
    if (person % 2 === 1) return []
    const elsewhereFen = person === 0 ? terms.deductibleFen : person % 8 === 0 ? terms.deductibleFen / 4 : 0
    return [{ person, policyNumber: `HY${year}${letter}${String(person + 1).padStart(5, '0')}`, elsewhereFen }]
  })
  return {
    product: { code: product.code, name: { zh: `${product.zh} ${year}`, en: `${product.en} ${year}` } },
    contract: { discountBasisPoints, answerDays: 30 },
    terms,
    validFrom: `${year}-01-01` as PlainDate,
    members,
  }
}

/** What the payer of the demo knows when it begins; it is told by this file, never by our database. */
export function seedOf(plans: readonly NetworkPlan[], today: PlainDate, tokens: Pick<Seed, 'token' | 'answerToken'>): Seed {
  const covers = plans.flatMap((plan) => coverOf(plan, today) ?? [])
  const year = Number(today.slice(0, 4))
  const members = covers.flatMap(({ product, validFrom, members }) =>
    members.map(({ policyNumber, elsewhereFen }) => {
      const elsewhere = { year, deductibleFen: elsewhereFen, benefitFen: elsewhereFen * 2 }
      return [policyNumber, { product: product.code, validFrom, validUntil: null, elsewhere }] as const
    }),
  )
  return {
    payerCode: demoPayer.code,
    ...tokens,
    products: Object.fromEntries(
      covers.map(({ product, terms, contract }) => [product.code, { ...terms, discountBasisPoints: contract.discountBasisPoints }]),
    ),
    members: Object.fromEntries(members),
  }
}
