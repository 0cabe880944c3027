import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partiesOf, roles, validTerms } from '../../../../test/support/terms.ts'
import { sentencesOf } from './sentence.ts'
import { chargeCategories, pricePeriods, serviceRoles, type Terms, usableRoles } from './terms.ts'

const parties = partiesOf(...roles)
const written = (terms: Terms, language: 'zh' | 'en'): string =>
  sentencesOf(terms, parties)
    .map((sentence) => sentence[language])
    .join('\n')

type Leaf = { readonly path: readonly (string | number)[]; readonly value: string | number | null }
const leavesOf = (value: unknown, path: readonly (string | number)[] = []): Leaf[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))
    : [{ path, value: value as Leaf['value'] }]

/** Other values that could stand at this leaf; what a step is would change its shape, so that is no leaf. */
function others({ path, value }: Leaf): (string | number | object)[] {
  const [key, parent] = [path.at(-1), path.at(-2)]
  const inUse = path[0] === 'use'
  if (typeof value === 'number') return [value + 1, value + 100, 1]
  if (key === 'price') return [{ per: 'use', amountFen: 1 }]
  if (key === 'upToFen') return [60_000_000]
  if (key === 'split') return []
  if (key === 'step') return []
  if (key === 'per') return [...pricePeriods]
  if (key === 'category') return [...chargeCategories]
  if (key === 'kind') return ['*', 'theatre', 'ct']
  if (key === 'role' && parent === 'resource') return [...usableRoles]
  if (parent === 'offerings') return ['another']
  if (key === 'of') return ['base', ...roles]
  if (key === 'divides') return ['bill', ...roles]
  return inUse || key === 'experts' ? roles : [...roles, ...serviceRoles]
}

function withLeaf(terms: Terms, path: Leaf['path'], value: unknown): Terms {
  const copy = structuredClone(terms) as unknown as Record<string | number, never>
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key] as never, copy)
  holder[path.at(-1) as string] = value as never
  return copy as unknown as Terms
}

test('changing any single value of valid terms changes the sentences, in both languages', () => {
  fc.assert(
    fc.property(validTerms, (terms) => {
      for (const leaf of leavesOf(terms))
        for (const other of others(leaf).filter((value) => value !== leaf.value)) {
          const changed = withLeaf(terms, leaf.path, other)
          for (const language of ['zh', 'en'] as const)
            expect(written(changed, language), `${leaf.path.join('.')} ${leaf.value} -> ${other}`).not.toBe(written(terms, language))
        }
    }),
    { numRuns: 200 },
  )
})

test('sentences read short and exact, with names, money and rates', () => {
  const terms: Terms = {
    use: [
      {
        user: 'tenant',
        owner: 'operator',
        resource: { role: 'room', kind: 'theatre' },
        price: { per: 'half-hour', amountFen: 120_000, minimumFen: 240_000 },
      },
    ],
    split: {
      divides: 'bill',
      offerings: [],
      less: [{ category: 'consumable', to: 'tenant' }],
      steps: [
        { step: 'percent', of: 'base', to: [{ party: 'operator', basisPoints: 725 }] },
        { step: 'remainder', of: 'base', to: [{ party: 'tenant', parts: 1 }] },
      ],
    },
  }
  expect(written(terms, 'zh').split('\n')).toEqual([
    'tenant院（tenant）可使用operator院（operator）的诊室（手术间），每半小时 ¥1,200.00，不足半小时按半小时计，最低 ¥2,400.00',
    '分配账单：全部项目',
    '耗材先归tenant院（tenant），不入基数',
    '基数中，operator院（operator）取 7.25 %',
    '基数的其余部分按份分：tenant院（tenant）占 1 份',
  ])
  expect(written(terms, 'en').split('\n')).toEqual([
    'The tenant (tenant) may use rooms (operating theatre) of The operator (operator), at ¥1,200.00 per half-hour begun, at least ¥2,400.00',
    'Divides the bill of every offering',
    'Consumables go to The tenant (tenant) first and are not in the base',
    'Of the base, The operator (operator) takes 7.25 %',
    'The rest of the base is divided in parts: The tenant (tenant) 1 part',
  ])
})
