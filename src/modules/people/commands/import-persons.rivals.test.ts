import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { demoIdNumber } from '../../../apps/demo/id-number.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { ask, systemActor } from '../../../platform/operation/perform.ts'
import { findPeople } from '../queries/find-people.ts'
import { importPersons } from './import-persons.ts'
import { registerPerson } from './register-person.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

type Imported = {
  written: boolean
  persons: { line: number; personId: string; alreadyKnown: boolean }[]
  refused: { line: number; code: string; zh: string; en: string }[]
}
const load = (actor: Actor, rows: readonly object[], partial = false) =>
  run<Imported>(system.runtime, actor, importPersons, { partial, rows: rows.map((row, place) => ({ line: place + 2, ...row })) })
const born = '1985-06-01' as PlainDate
const carded = (place: number) => ({ name: `名单${place}`, idNumber: demoIdNumber(born, 'female', place) })
const count = async (query: string) => Number((await system.owner.query(`select count(*) from ${query}`)).rows[0].count)

test('two imports of two institutions and a desk at once: each person once, seen by all who named her', async () => {
  const clinic = staffOf(system.runtime, world.clinic, 'butler')
  const before = await count('people.person')
  const rows = Array.from({ length: 120 }, (_, place) => carded(place))
  const desk = Promise.all(rows.slice(50, 70).map((row) => run<{ personId: string }>(system.runtime, world.butler, registerPerson, row)))
  const [one, other, same] = await Promise.all([
    load(world.butler, rows.slice(0, 80)),
    load(clinic, rows.slice(40).toReversed()),
    load(world.butler, rows.slice(20, 100)),
    desk,
  ])
  expect(await count('people.person')).toBe(before + 120)
  expect([one, other, same].map(({ refused }) => refused)).toEqual([[], [], []])
  const idAt = (imported: Imported, line: number) => imported.persons.find((person) => person.line === line)?.personId
  expect(idAt(one, 2 + 45)).toBe(idAt(other, 2 + 119 - 45))
  expect(await count(`people.card where institution_id = '${world.clinic}' and name like '名单%'`)).toBe(80)
  expect(await count(`platform.person_grant where institution_id = '${world.clinic}' and reason = 'registration'`)).toBe(80)
  expect(await count(`platform.outbox where event = 'people.person-registered.v1'`)).toBe(await count('people.person'))
})

test('who gives no ID number is known by name, birth date and phone, also by two imports at once', async () => {
  const row = { name: '无证一', birthDate: '2019-03-01', phone: '13811112222' }
  const answers = await Promise.all([load(world.butler, [row, row]), load(world.butler, [row])])
  expect(new Set(answers.flatMap(({ persons }) => persons.map(({ personId }) => personId))).size).toBe(1)
  const again = await load(world.butler, [row, { ...row, name: '无证二' }])
  expect(again.persons.map(({ alreadyKnown }) => alreadyKnown)).toEqual([true, false])
})

test('a bad row is named by its line and keeps the others out, unless only the good ones are asked for', async () => {
  const rows = [carded(200), { ...carded(201), phone: '12' }, { ...carded(0), name: '不是她' }, { ...carded(200), name: '又不是她' }]
  const refused = [
    { line: 3, code: 'people.phone-wrong' },
    { line: 4, code: 'people.identity-differs' },
    { line: 5, code: 'people.identity-differs' },
  ]
  expect(await load(world.butler, rows)).toMatchObject({ written: false, persons: [], refused })
  expect(await load(world.butler, rows, true)).toMatchObject({ written: true, persons: [{ line: 2, alreadyKnown: false }], refused })
  const found = await ask(system.runtime, findPeople, world.butler, { text: '名单200' }, 'r')
  expect(found).toMatchObject({ value: { items: [{ name: '名单200' }] } })
})

test('an institution imports at itself only; the command line names one', async () => {
  const rows = [{ line: 2, ...carded(300) }]
  const named = (actor: Actor, institution: string) =>
    tryCommand(system.runtime, actor, importPersons, { partial: false, rows, institution })
  expect(await named(world.butler, '诊所')).toMatchObject({ refusal: { code: 'platform.role-not-held' } })
  expect(await named(systemActor, '没有')).toMatchObject({ refusal: { code: 'people.institution-unknown' } })
  expect(await named(systemActor, '诊所')).toMatchObject({ ok: true })
  expect(await count(`people.card where institution_id = '${world.clinic}' and name = '名单300'`)).toBe(1)
})
