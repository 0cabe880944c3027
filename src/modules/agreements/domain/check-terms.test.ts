import { expect, test } from 'vitest'
import { checkTerms } from './check-terms.ts'
import { exampleTerms, type Split, type Step, type Terms } from './terms.ts'

const roles = ['hospital', 'group']
const remainder: Step = { step: 'remainder', of: 'base', to: [{ party: 'hospital', parts: 1 }] }
const percent = (of: string, party: string, basisPoints: number): Step => ({ step: 'percent', of, to: [{ party, basisPoints }] })
const dividing = (steps: Step[], more: Partial<Split> = {}): Terms => ({
  use: [],
  split: { divides: 'bill', offerings: [], less: [], steps, ...more },
})
const use = { user: 'group', owner: 'hospital', resource: { role: 'room' as const, kind: 'theatre' }, price: null }

test.each<[string, Terms, string, string | undefined]>([
  ['nothing at all', { use: [], split: null }, 'agreements.terms-empty', undefined],
  ['an unknown role', dividing([percent('base', 'nobody', 1), remainder]), 'agreements.terms-role-unknown', 'split.steps[0].to[0].party'],
  ['a service role as a user', { use: [{ ...use, user: 'host' }], split: null }, 'agreements.terms-role-unknown', 'use[0].user'],
  ['an unknown source', dividing([percent('nobody', 'group', 1), remainder]), 'agreements.terms-role-unknown', 'split.steps[0].of'],
  [
    'a source that has received nothing',
    dividing([percent('group', 'hospital', 1), remainder]),
    'agreements.terms-source-empty',
    'split.steps[0].of',
  ],
  [
    'the expert’s own money divided',
    dividing([percent('base', 'practitioner', 1), percent('practitioner', 'group', 1), remainder]),
    'agreements.terms-role-unknown',
    'split.steps[1].of',
  ],
  ['a base that is not given out', dividing([percent('base', 'group', 10_000)]), 'agreements.terms-remainder-missing', 'split.steps'],
  [
    'a step after the remainder',
    dividing([remainder, percent('base', 'group', 1)]),
    'agreements.terms-remainder-misplaced',
    'split.steps[1]',
  ],
  [
    'a remainder that may find nobody',
    dividing([{ ...remainder, to: [{ party: 'device', parts: 1 }] }]),
    'agreements.terms-remainder-homeless',
    'split.steps[0]',
  ],
  [
    'more than everything',
    dividing([percent('base', 'group', 6000), percent('base', 'hospital', 4001), remainder]),
    'agreements.terms-over-hundred',
    'split.steps[1]',
  ],
  [
    'tiers that do not rise',
    dividing([
      {
        step: 'tier',
        of: 'base',
        to: 'group',
        tiers: [
          { upToFen: 5, basisPoints: 1 },
          { upToFen: 5, basisPoints: 1 },
          { upToFen: null, basisPoints: 1 },
        ],
      },
      remainder,
    ]),
    'agreements.terms-tiers',
    'split.steps[0].tiers',
  ],
  [
    'tiers without an open end',
    dividing([{ step: 'tier', of: 'base', to: 'group', tiers: [{ upToFen: 5, basisPoints: 1 }] }, remainder]),
    'agreements.terms-tiers',
    'split.steps[0].tiers',
  ],
  [
    'something taken out of a holding',
    dividing([remainder], { divides: 'hospital', less: [{ category: 'drug', to: 'hospital' }] }),
    'agreements.terms-less-without-bill',
    'split.less[0]',
  ],
  ['a right twice', { use: [use, { ...use, price: { per: 'use', amountFen: 1 } }], split: null }, 'agreements.terms-duplicate', 'use[1]'],
  [
    'a receiver twice',
    dividing([
      {
        ...remainder,
        to: [
          { party: 'group', parts: 1 },
          { party: 'group', parts: 2 },
        ],
      },
    ]),
    'agreements.terms-duplicate',
    'split.steps[0].to[1]',
  ],
])('%s is refused by its place', (_, terms, code, place) => {
  const checked = checkTerms(terms, roles)
  expect(checked.ok ? null : [checked.refusal.code, checked.refusal.details.place]).toEqual([code, place])
})

test('a party that the terms never name is allowed', () => {
  expect(checkTerms(dividing([remainder]), [...roles, 'witness']).ok).toBe(true)
})

test('the example of the reference passes', () => {
  expect(checkTerms(exampleTerms, ['operator', 'hospital', 'group']).ok).toBe(true)
})
