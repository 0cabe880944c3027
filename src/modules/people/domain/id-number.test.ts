import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { readIdNumber } from './id-number.ts'

const today = '2026-11-22' as PlainDate
const valid = '11010519491231002X' // worked example of GB 11643

test('the worked example is accepted, also with a small x, and gives birth date and sex', () => {
  for (const text of [valid, valid.toLowerCase(), ` ${valid} `]) {
    expect(readIdNumber(text, today)).toEqual({ ok: true, value: { value: valid, birthDate: '1949-12-31', sex: 'female' } })
  }
})

test('any one digit changed is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digit = (Number(valid[place]) + shift) % 10
      expect(readIdNumber(valid.slice(0, place) + digit + valid.slice(place + 1), today).ok).toBe(false)
    }),
  )
})

test('two neighbouring digits swapped are noticed', () => {
  for (let place = 0; place < 16; place += 1) {
    if (valid[place] === valid[place + 1]) continue
    const swapped = valid.slice(0, place) + valid[place + 1] + valid[place] + valid.slice(place + 2)
    expect(readIdNumber(swapped, today).ok, swapped).toBe(false)
  }
})

test('a refusal names what is wrong: shape, date, check character', () => {
  const codeOf = (text: string) => {
    const read = readIdNumber(text, today)
    return read.ok ? 'ok' : read.refusal.code
  }
  expect(codeOf('1234')).toBe('people.id-number-shape')
  expect(codeOf('110105194902300021')).toBe('people.id-number-date')
  expect(codeOf('110105209912310021')).toBe('people.id-number-date')
  expect(codeOf('110105194912310021')).toBe('people.id-number-check')
})
