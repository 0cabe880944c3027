import { expect, test } from 'vitest'
import { nameTokens, normalise, pinyinOf } from './name.ts'

test('a name is found by characters, pinyin and initials', () => {
  expect(nameTokens('周静怡')).toEqual(expect.arrayContaining(['周静怡', '静怡', 'zhoujingyi', 'jingyi', 'zjy', 'jy']))
})

test.each([
  ['单知行', 'shanzhixing', 'danzhixing'],
  ['查宛如', 'zhawanru', 'chawanru'],
  ['万俟青', 'moqiqing', 'mqq'],
  ['欧阳锋岚', 'ouyangfenglan', 'oyfl'],
  ['仇英', 'qiuying', 'qy'],
  ['解缙', 'xiejin', 'xj'],
  ['曾国藩', 'zengguofan', 'zgf'],
])('%s is found by the reading of a surname: %s, and by %s', (name, spelled, other) => {
  expect(nameTokens(name)).toEqual(expect.arrayContaining([spelled, other]))
})

test('names with other letters are found in small letters without spaces and marks', () => {
  expect(nameTokens('Anna-Maria O’Neill')).toContain('annamariaoneill')
  expect(normalise(' Ａnna '.trim())).toBe('anna')
})

test('lists are sorted by the surname reading', () => {
  expect(pinyinOf('单知行')).toBe('shan zhi xing')
})
