import { Check } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { run } from '../../../test/support/world.ts'
import { readTermFile } from '../../apps/verbs/term-file.ts'
import { ask, systemActor } from '../operation/perform.ts'
import { detailSchemas } from './detail.ts'
import { importTerms, loadOwnTerms, searchTerms } from './index.ts'
import { ownTerms } from './own-lists.ts'
import { codeShapes } from './term.ts'

let system: TestSystem
beforeAll(async () => {
  system = await createTestSystem()
})
afterAll(() => system.close())

const codesFor = async (codeSystem: string, text: string) => {
  const found = await ask(system.runtime, searchTerms, systemActor, { system: codeSystem, text }, 'r')
  return found.ok ? found.value.items.map(({ code }) => code) : []
}

describe('our own lists', () => {
  test('keep the shapes of their systems, and name each code once', () => {
    const terms = ownTerms()
    expect(new Set(terms.map(({ system, code }) => `${system} ${code}`)).size).toBe(terms.length)
    for (const { system, code, detail } of terms) {
      if (codeShapes[system]) expect(code).toMatch(codeShapes[system])
      const schema = detailSchemas[system as keyof typeof detailSchemas]
      expect([code, schema ? Check(schema, detail) : detail === null]).toEqual([code, true])
    }
  })

  test.each(['I10', 'M17.9', 'I10.x04', 'K80.000x004'])('%s has the shape of a diagnosis', (code) =>
    expect(code).toMatch(codeShapes['icd-10'] as RegExp),
  )
  test.each(['I1', 'i10', 'M17.', 'K80.000x04', 'M17.99'])('%s has not', (code) => expect(code).not.toMatch(codeShapes['icd-10'] as RegExp))
})

describe('the search', () => {
  test.each([
    ['icd-10', 'm17.9', 'M17.9'],
    ['icd-10', '骨关节', 'M17.9'],
    ['icd-10', 'xggj', 'M17.9'],
    ['icd-10', 'xiguguanjie', 'M17.9'],
    ['icd-10', 'gonarthrosis', 'M17.9'],
    ['drug', 'amxl', 'AMOX500'],
    ['lab', 'xuechanggui', 'CBC'],
    ['imaging', 'knee', 'MR-KNEE'],
  ])('in %s, %s finds %s', async (codeSystem, text, code) => expect(await codesFor(codeSystem, text)).toContain(code))

  test('shows the exact code first, and the beginning of a list for an empty text', async () => {
    expect((await codesFor('icd-10', 'I10'))[0]).toBe('I10')
    expect(await codesFor('imaging', '')).toHaveLength(17)
  })
})

describe('the import', () => {
  const load = (text: string) =>
    run<{ created: number; changed: number; unchanged: number; refused: { line: number; code: string }[] }>(
      system.runtime,
      systemActor,
      importTerms,
      { rows: readTermFile(Buffer.from(text), 'icd-10') },
    )
  const file =
    '编码,名称,英文名,止\nM17.900,膝关节病,Gonarthrosis (insurance edition),\nM17.9,膝骨性关节炎,Gonarthrosis,\nZ99.9,旧码,Old,2021-12-31\n'

  test('brings and changes codes; a second run changes nothing, and our own lists do not take it back', async () => {
    expect(await load(file)).toMatchObject({ created: 2, changed: 1, unchanged: 0, refused: [] })
    expect(await load(file)).toMatchObject({ created: 0, changed: 0, unchanged: 3 })
    await system.owner.query(`update platform.term_edition set digest = 'an older one'`)
    await loadOwnTerms(system.runtime.database)
    expect(await codesFor('icd-10', '膝骨性')).toEqual(['M17.9'])
    expect(await codesFor('icd-10', '旧码')).toEqual([]) // no longer in use
  })

  test('names every bad line, and then writes nothing', async () => {
    const bad = '编码,名称,起\nM17.8,好的,\nX9,形状不对,\nM17.7,没有日期,2026-02-30\nM17.8,又一次,\n'
    const { refused } = await load(bad)
    expect(refused.map(({ line, code }) => [line, code])).toEqual([
      [3, 'platform.term-cell'],
      [4, 'platform.term-cell'],
      [5, 'platform.term-twice'],
    ])
    expect(await codesFor('icd-10', 'M17.8')).toEqual([])
  })

  test('a detail that its system needs is refused where it is missing or wrong', async () => {
    const rows = readTermFile(
      Buffer.from('编码系统,编码,名称,说明\ndrug,X1,某药,\ndrug,X2,某药,"{""form"":""tablet""}"\nicd-10,A01,多余,{}\n'),
      null,
    )
    const { refused } = await run<{ refused: { line: number }[] }>(system.runtime, systemActor, importTerms, { rows })
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4])
  })
})
