import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld } from '../../../test/support/world.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { demoIdNumber } from '../demo/id-number.ts'
import { progressText } from '../progress.ts'
import { importAll } from './import-people.ts'
import { readPersonFile } from './person-file.ts'

let system: TestSystem
beforeAll(async () => {
  system = await createTestSystem()
  await makeWorld(system.runtime)
})
afterAll(() => system.close())

const bytes = (text: string) => new TextEncoder().encode(text)
const persons = async () => Number((await system.owner.query('select count(*) from people.person')).rows[0].count)

test('a spreadsheet and lines of JSON say the same; lines are counted as an editor counts them', () => {
  const table = readPersonFile(bytes('姓名,出生日期,手机号\n周静怡,1988-04-02,13800015678\n\n单知行,1990-01-01,13800015679\n'))
  const lines = readPersonFile(
    bytes(
      '\ufeff{"name":"周静怡","birth-date":"1988-04-02","phone":"13800015678"}\n\n{"姓名":"单知行","出生日期":"1990-01-01","手机号":"13800015679"}\n',
    ),
  )
  expect(table.map(({ line }) => line)).toEqual([2, 4])
  expect(lines).toEqual(table.map((row) => ({ ...row, line: row.line - 1 })))
})

test.each([
  ['{"name":"周静怡"}\n{"name":1}', /第 2 行[\s\S]*line 2/],
  ['{"name":"周静怡"}\nnothing', /line 2/],
  ['{"age":"3"}', /age/],
  ['姓名,年龄\n', /年龄/],
])('%s is refused by its place', (text, said) => {
  expect(() => readPersonFile(bytes(text))).toThrow(said)
})

test('nothing is kept of a list with one bad row; the good rows are, where that is asked for; a second time changes nothing', async () => {
  const before = await persons()
  const good = Array.from({ length: 1500 }, (_, place) => ({
    line: place + 2,
    name: `名单${place}`,
    idNumber: demoIdNumber(`19${70 + Math.floor(place / 500)}-01-01` as PlainDate, 'male', place % 500),
  }))
  const rows = [...good, { line: 1502, name: '' }]
  expect(await importAll(system.runtime, rows, { partial: false })).toMatchObject({ registered: 0, known: 0, refused: [{ line: 1502 }] })
  expect(await persons()).toBe(before)
  expect(await importAll(system.runtime, rows, { partial: true })).toMatchObject({ registered: 1500, known: 0, refused: [{ line: 1502 }] })
  expect(await importAll(system.runtime, good, { partial: false })).toEqual({ registered: 0, known: 1500, refused: [] })
  expect(await persons()).toBe(before + 1500)
}, 60_000)

test('the line of progress says how much, how fast and how long', () => {
  expect(progressText('people', 66_000, 200_000, 60_000)).toBe(
    '[#######-----------------]  33 % people 66000 of 200000 · 1100/s · 2:02 left',
  )
  expect(progressText('people', 5, 5, 20)).toBe('[########################] 100 % people 5 of 5')
})
