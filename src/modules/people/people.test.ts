import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../test/support/world.ts'
import { ask } from '../../platform/operation/perform.ts'
import { pageKey } from '../../platform/operation/schema.ts'
import { registerPerson } from './index.ts'
import { findPeople } from './queries/find-people.ts'
import { openPerson } from './queries/open-person.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  for (const name of ['周静怡', '周靖怡', '单知行', '万俟青']) await world.makePerson(name, world.butler, { phone: '13800015678' })
})
afterAll(() => system.close())

const found = async (text: string, actor = world.butler) => {
  const result = await ask(system.runtime, findPeople, actor, { text }, 'r')
  return result.ok ? result.value.items.map(({ name }) => name).toSorted() : result.refusal.code
}

test.each([
  ['静怡', ['周静怡']],
  ['zhoujing', ['周静怡', '周靖怡']],
  ['ZJY', ['周静怡', '周靖怡']],
  ['dan zhi', ['单知行']],
  ['moqi', ['万俟青']],
  ['5678', ['万俟青', '单知行', '周静怡', '周靖怡']],
  ['nobody', []],
  ['%', []],
])('%s finds %o', async (text, names) => {
  expect(await found(text)).toEqual((names as string[]).toSorted())
})

test('a long list goes on where the page before ended, and a page key of another search starts from the beginning', async () => {
  for (let place = 0; place < 45; place += 1) await world.makePerson(`欧阳${place}`)
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await ask(system.runtime, findPeople, world.butler, { text: 'ouyang', ...(after ? { after } : {}) }, 'r')
    if (!page.ok) throw new Error(page.refusal.code)
    seen.push(...page.value.items.map(({ name }) => name))
    after = page.value.next ?? undefined
  } while (after)
  expect(seen.toSorted()).toEqual(Array.from({ length: 45 }, (_, place) => `欧阳${place}`).toSorted())
  const key = pageKey('aa', '00000000-0000-0000-0000-000000000000')
  expect(await ask(system.runtime, findPeople, world.butler, { text: '静怡', after: key }, 'r')).toMatchObject({
    value: { items: [{ name: '周静怡' }] },
  })
})

test('another institution finds and opens none of them', async () => {
  const stranger = staffOf(system.runtime, world.stranger, 'butler')
  expect(await found('zjy', stranger)).toEqual([])
  const personId = await world.makePerson('江一帆')
  expect(await ask(system.runtime, openPerson, stranger, { personId }, 'r')).toMatchObject({
    refusal: { code: 'platform.person-not-open' },
  })
})

test('who opened a person, why and with which operation is written down', async () => {
  const personId = await world.makePerson('罗嘉文')
  expect(await ask(system.runtime, openPerson, world.butler, { personId }, 'r')).toMatchObject({
    ok: true,
    value: { whyVisible: 'registration' },
  })
  const { rows } = await system.owner.query(
    'select institution_id, account_id, reason, operation from platform.person_opening where person_id = $1',
    [personId],
  )
  expect(rows).toEqual([
    { institution_id: world.operator, account_id: world.butler.accountId, reason: 'registration', operation: 'people.open-person' },
  ])
})

test('numbers are masked in every view', async () => {
  const personId = await world.makePerson('查宛如', world.butler, {
    phone: '13912345678',
    idNumber: '11010519491231002X',
    birthDate: '1949-12-31',
  })
  expect(await ask(system.runtime, openPerson, world.butler, { personId }, 'r')).toMatchObject({
    value: { phoneMasked: '139****5678', idNumberMasked: '1101**********002X' },
  })
})

test('two desks that register one ID number at the same moment make one person', async () => {
  const second = staffOf(system.runtime, world.clinic, 'butler')
  const input = { name: '沈若川', idNumber: '110105199003070134' }
  const { checkCharacterOf } = await import('./domain/id-number.ts')
  const idNumber = input.idNumber.slice(0, 17) + checkCharacterOf(input.idNumber)
  const answers = await Promise.all(
    [world.butler, second, world.butler, second].map((actor) =>
      run<{ personId: string; alreadyKnown: boolean }>(system.runtime, actor, registerPerson, { ...input, idNumber }),
    ),
  )
  expect(new Set(answers.map(({ personId }) => personId)).size).toBe(1)
  expect(answers.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1)
  expect(await found('srochuan', second)).toEqual([])
  expect(await found('shenruochuan', second)).toEqual(['沈若川'])
})

test('a known ID number under another name is refused and shows nothing of the person', async () => {
  const refused = await tryCommand(system.runtime, staffOf(system.runtime, world.stranger, 'butler'), registerPerson, {
    name: '不是她',
    idNumber: '11010519491231002X',
  })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'people.identity-differs', details: {} } })
})
