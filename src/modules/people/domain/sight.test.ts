import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { type OpeningReason, openingReasons } from '../../../platform/grant/index.ts'
import { type FactKind, factKinds } from './fact.ts'
import { sightOf, whySeen } from './sight.ts'

const [mine, theirs] = ['mine', 'theirs'] as unknown as [Id<'institution'>, Id<'institution'>]
const why = (reason: OpeningReason, agreed: boolean, institutionId: Id<'institution'>, kind: FactKind) =>
  whySeen(sightOf({ institutionId: mine, reason, agreed }), { institutionId, kind })

test.each<[OpeningReason, boolean, Id<'institution'>, FactKind, string | null]>([
  ['registration', false, mine, 'problem', 'own'],
  ['registration', true, mine, 'allergy', 'own'],
  ['registration', false, theirs, 'problem', null],
  ['registration', true, theirs, 'problem', null],
  ['registration', false, theirs, 'allergy', 'medicine-safety'],
  ['registration', false, theirs, 'medication', 'medicine-safety'],
  ['visit', false, mine, 'imaging', 'own'],
  ['visit', false, theirs, 'imaging', null],
  ['visit', false, theirs, 'medication', 'medicine-safety'],
  ['visit', true, theirs, 'imaging', 'visit'],
  ['visit', true, theirs, 'medication', 'medicine-safety'],
  ['referral', true, theirs, 'measurement', 'referral'],
  ['board', true, theirs, 'measurement', 'board'],
  ['contract', true, theirs, 'measurement', 'contract'],
  ['consent', true, theirs, 'measurement', 'consent'],
  ['break-glass', true, theirs, 'measurement', 'break-glass'],
  ['break-glass', false, theirs, 'measurement', null],
  ['self', false, theirs, 'problem', 'self'],
  ['proxy', false, theirs, 'problem', 'proxy'],
])('opened by %s, agreed %s: of %s a %s is seen as %s', (reason, agreed, institutionId, kind, expected) => {
  expect(why(reason, agreed, institutionId, kind)).toBe(expected)
})

test('agreeing never hides a fact, and no reason of care shows less than a registration', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...openingReasons),
      fc.constantFrom(mine, theirs),
      fc.constantFrom(...factKinds),
      fc.boolean(),
      (reason, institutionId, kind, agreed) => {
        const seen = (because: OpeningReason, yes: boolean) => why(because, yes, institutionId, kind) !== null
        if (seen(reason, false)) expect(seen(reason, true)).toBe(true)
        if (seen('registration', agreed)) expect(seen(reason, agreed)).toBe(true)
      },
    ),
  )
})
