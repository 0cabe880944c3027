import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run } from '../../../test/support/world.ts'
import { importRoster } from '../../modules/network/index.ts'
import { projectRoot } from '../../platform/config/index.ts'
import { systemActor } from '../../platform/operation/perform.ts'
import { readRosterFile } from './roster-file.ts'

const example = readFileSync(join(projectRoot, 'examples/roster.csv'))
/** As a Chinese spreadsheet saves it: two bytes per character, found by decoding every pair, because the platform only decodes. */
function gb18030(text: string): Buffer {
  const bytesOf = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : (bytesOf.get(letter) ?? []))))
}

describe('the file', () => {
  test('is the same in UTF-8, with a byte order mark, with other line ends, and in GB18030', () => {
    const text = example.toString()
    const rows = readRosterFile(example)
    expect(rows).toHaveLength(8)
    expect(rows[0]).toMatchObject({ line: 2, record: '机构', name: '云岭骨科诊所' })
    for (const other of [Buffer.from(`\ufeff${text}`), Buffer.from(text.replaceAll('\n', '\r\n')), gb18030(text)])
      expect(readRosterFile(other)).toEqual(rows)
  })

  test('counts its lines as an editor does: quoted line ends, empty lines and lines of commas', () => {
    const rows = readRosterFile(Buffer.from('record,name\n"a","b\nc"\n\n,\nd,e\n'))
    expect(rows.map(({ line, record }) => [line, record])).toEqual([
      [2, 'a'],
      [6, 'd'],
    ])
  })

  test.each([
    ['neither encoding', Buffer.from([0xff, 0xff, 0x80, 0x20]), /GB18030/],
    ['an unknown column', Buffer.from('类型,性别\n'), /性别/],
    ['an open quote', Buffer.from('类型\n"a'), /CSV/],
    ['nothing', Buffer.from(''), /empty/],
  ])('%s is refused in both languages', (_, bytes, said) => {
    expect(() => readRosterFile(bytes)).toThrow(said)
    expect(() => readRosterFile(bytes)).toThrow(/[一-龥][\s\S]*[a-z]/)
  })
})

describe('the import', () => {
  let system: TestSystem
  beforeAll(async () => {
    system = await createTestSystem()
    await makeWorld(system.runtime)
  })
  afterAll(() => system.close())
  const load = (rows: object[], partial = false) =>
    run<Record<string, unknown> & { refused: { line: number; code: string; zh: string; en: string }[] }>(
      system.runtime,
      systemActor,
      importRoster,
      { rows, partial },
    )
  const count = async (table: string) => (await system.owner.query(`select count(*)::int as n from network.${table}`)).rows[0].n

  test('two imports of the same file at once write each row once, and a third changes nothing', async () => {
    const rows = readRosterFile(example)
    const before = [await count('party'), await count('filing')]
    const [one, other] = await Promise.all([load(rows), load(rows)])
    expect([one.created, other.created].toSorted()).toEqual([0, 8])
    expect([await count('party'), await count('filing')]).toEqual([before[0] + 6, before[1] + 2])
    expect(await load(rows)).toEqual({ written: true, created: 0, changed: 0, unchanged: 8, refused: [] })
  })

  test('with one bad row nothing is written; partial keeps the good rows, and a row that builds on the bad one is refused too', async () => {
    const house = { record: '机构', name: '新诊所', kind: '诊所', licence: 'N-1', scope: '骨科', from: '2026-01-01' }
    const rows = [
      { line: 2, ...house },
      { line: 3, ...house, name: '坏诊所', licence: 'N-2', from: '明天' },
      { line: 4, record: '备案', licence: 'DOC-EX-0001', institution: '坏诊所', from: '2026-01-01' },
    ]
    const before = await count('party')
    const whole = await load(rows)
    expect(whole).toMatchObject({ written: false, refused: [{ line: 3 }, { line: 4, code: 'network.roster-depends' }] })
    expect(whole.refused[0]?.zh).toContain('明天')
    expect(await count('party')).toBe(before)
    expect(await load(rows, true)).toMatchObject({ written: true, created: 1, refused: [{ line: 3 }, { line: 4 }] })
    expect(await count('party')).toBe(before + 1)
  })

  test('a changed last day, title and kind is written, and what an import does not change is refused', async () => {
    const [first, , , xu] = readRosterFile(example)
    expect(
      await load([
        { ...first, kind: '医院', until: '2031-02-28' },
        { ...xu, title: '副主任医师' },
      ]),
    ).toMatchObject({ changed: 2 })
    const { rows } =
      await system.owner.query(`select i.kind, l.valid_until::text as until, (select title from network.practitioner where name_zh = '许知远') as title
      from network.institution i join network.licence l on l.party_id = i.id where i.name_zh = '云岭骨科诊所'`)
    expect(rows).toEqual([{ kind: 'hospital', until: '2031-02-28', title: 'associate-chief' }])
    expect(await load([{ ...xu, name: '许志远' }])).toMatchObject({ written: false, refused: [{ code: 'network.roster-fixed' }] })
  })

  test('a filing that is cut short makes room for the next one in the same file', async () => {
    const filed = { record: '备案', licence: 'DOC-EX-0001', institution: '云岭骨科诊所' }
    const rows = [
      { line: 2, ...filed, from: '2026-07-01', until: '2029-12-31' },
      { line: 3, ...filed, scope: '骨科', from: '2026-01-01', until: '2026-06-30' },
    ]
    expect(await load(rows)).toMatchObject({ created: 1, changed: 1, refused: [] })
  })

  test('ten thousand rows are seconds, the second time too', async () => {
    const rows = [
      ...Array.from({ length: 200 }, (_, at) => ({
        record: '机构',
        name: `万行诊所${at}`,
        kind: '诊所',
        licence: `W-${at}`,
        scope: '骨科',
        from: '2026-01-01',
        until: '2026-12-31',
        network: 'TEST',
      })),
      ...Array.from({ length: 5000 }, (_, at) => ({
        record: '医师',
        name: `医师${at}`,
        kind: '骨科',
        title: 'chief',
        institution: `万行诊所${at % 200}`,
        licence: `WD-${at}`,
        from: '2026-01-01',
        until: '2030-12-31',
      })),
      ...Array.from({ length: 4800 }, (_, at) => ({
        record: '备案',
        institution: `万行诊所${(at + 1) % 200}`,
        licence: `WD-${at}`,
        from: '2026-01-01',
        until: '2029-12-31',
      })),
    ].map((row, at) => ({ line: at + 2, ...row }))
    const begun = performance.now()
    expect(await load(rows)).toMatchObject({ created: 10_000 })
    expect(await load(rows)).toMatchObject({ unchanged: 10_000 })
    expect(performance.now() - begun).toBeLessThan(25_000)
  }, 60_000)
})
