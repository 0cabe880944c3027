import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { hashOfCode, knowsInvited } from './invitation.ts'
import type { PersonFacts } from './person.ts'

test('a code is the same with capitals, spaces and hyphens, and another code is another', () => {
  expect(hashOfCode('ABCDE-fghjk')).toEqual(hashOfCode(' abcde fghjk'))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z2-9]{10}$/), fc.stringMatching(/^[a-z2-9]{10}$/), (one, other) => {
      expect(hashOfCode(one).equals(hashOfCode(other))).toBe(one === other)
    }),
  )
})

test('who holds a code must know the birth date, and the ID number where both have one', () => {
  const facts = (birthDate: string, idNumber: string | null): PersonFacts => ({
    name: '周静怡',
    sex: 'female',
    birthDate: birthDate as PlainDate,
    phone: null,
    idNumber,
  })
  expect(knowsInvited(facts('1980-03-12', null), facts('1980-03-12', 'A'))).toBe(true)
  expect(knowsInvited(facts('1980-03-12', 'A'), facts('1980-03-12', 'A'))).toBe(true)
  expect(knowsInvited(facts('1980-03-13', 'A'), facts('1980-03-12', 'A'))).toBe(false)
  expect(knowsInvited(facts('1980-03-12', 'B'), facts('1980-03-12', 'A'))).toBe(false)
})
