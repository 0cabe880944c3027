import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { PersonFacts } from './person.ts'
import { readPersonHeader, readPersonRow } from './person-sheet.ts'
import { contactKey, recognise } from './recognise.ts'

const today = '2026-11-23' as PlainDate
const row = { line: 2, name: ' 周静怡 ', phone: '13800015678', birthDate: '1988-04-02' }

test('headers are read in either language, in any order', () => {
  expect(readPersonHeader(['手机号', 'name', ' 出生日期 '])).toEqual({ ok: true, value: ['phone', 'name', 'birthDate'] })
})

test.each([
  ['an unknown column', ['name', 'age'], 'people.list-column-unknown'],
  ['one that stands twice', ['name', '姓名'], 'people.list-column-unknown'],
  ['no name', ['phone'], 'people.list-name-missing'],
])('%s is refused', (_, header, code) => {
  expect(readPersonHeader(header)).toMatchObject({ refusal: { code } })
})

test('a row is read by the rules of the desk', () => {
  expect(readPersonRow({ ...row, sex: '女' }, today)).toMatchObject({ value: { name: '周静怡', sex: 'female', idNumber: null } })
  expect(readPersonRow({ line: 2, name: '查宛如', idNumber: '11010519491231002x' }, today)).toMatchObject({
    value: { birthDate: '1949-12-31', sex: 'female', idNumber: '11010519491231002X' },
  })
})

test.each([
  [{ name: '' }, 'people.name-wrong'],
  [{ name: '长'.repeat(51) }, 'people.name-wrong'],
  [{ sex: '2' }, 'people.sex-unknown'],
  [{ phone: '' }, 'people.row-without-key'],
  [{ phone: '123' }, 'people.phone-wrong'],
  [{ idNumber: '110105194912310020' }, 'people.id-number-check'],
  [{ birthDate: '2026-02-30' }, 'people.birth-date-impossible'],
  [{ birthDate: '2027-01-01' }, 'people.birth-date-impossible'],
])('%o is refused', (more, code) => {
  expect(readPersonRow({ ...row, ...more }, today)).toMatchObject({ refusal: { code } })
})

const facts = fc.record({
  name: fc.constantFrom('周静怡', '周 静怡', '单知行'),
  sex: fc.constant('unknown' as const),
  birthDate: fc.constantFrom('1980-01-01' as PlainDate, '1990-01-01' as PlainDate),
  phone: fc.constantFrom(null, '13800000001', '13800000002'),
  idNumber: fc.constantFrom(null, 'A', 'B'),
})

test('whoever has a key is made once, under one name, and a second reading makes nobody with a key anew', () => {
  fc.assert(
    fc.property(fc.array(facts), (rows) => {
      let made = 0
      const newId = () => {
        made += 1
        return `p${made}` as Id<'person'>
      }
      const keyOf = (one: PersonFacts) => one.idNumber ?? contactKey(one)
      const first = recognise(rows, keyOf, new Map(), newId)
      const keys = first.created.flatMap((one) => keyOf(one) ?? [])
      expect(new Set(keys).size).toBe(keys.length)
      const known = new Map(first.created.flatMap((one) => (keyOf(one) === null ? [] : [[keyOf(one) as string, one] as const])))
      const again = recognise(rows, keyOf, known, newId)
      expect(again.created.every((one) => keyOf(one) === null)).toBe(true)
      expect(again.answers.map(({ ok }) => ok)).toEqual(first.answers.map(({ ok }) => ok))
    }),
  )
})
