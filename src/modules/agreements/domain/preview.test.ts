import { expect, test } from 'vitest'
import { previewShares } from './preview.ts'
import type { Terms } from './terms.ts'

const parties = ['operator', 'tenant'].map((role) => ({ role, name: { zh: `${role}方`, en: role } }))
const terms: Terms = {
  use: [
    { user: 'tenant', owner: 'operator', resource: { role: 'room', kind: '*' }, price: { per: 'use', amountFen: 500 } },
    { user: 'operator', owner: 'tenant', resource: { role: 'room', kind: '*' }, price: { per: 'use', amountFen: 700 } },
  ],
  split: {
    divides: 'tenant',
    offerings: ['another'],
    less: [],
    steps: [
      { step: 'percent', of: 'base', to: [{ party: 'practitioner', basisPoints: 1000 }] },
      { step: 'remainder', of: 'base', to: [{ party: 'tenant', parts: 1 }] },
    ],
  },
}

test('terms that divide a holding are tried on a bill that this party holds, with the fees of what the host uses', () => {
  const example = { host: 'tenant', device: null, minutes: 30, charges: [{ category: 'professional' as const, amountFen: 10_000n }] }
  const amounts = (expert: string | null) =>
    Object.fromEntries(
      previewShares(terms, parties, { ...example, expert }).parties.map(({ partyId, amountFen }) => [partyId, Number(amountFen)]),
    )
  expect(amounts('tenant')).toEqual({ tenant: 8500, practitioner: 1000, operator: 500 })
  expect(amounts(null)).toEqual({ tenant: 9500, operator: 500 })
})
