import { expect, test } from 'vitest'
import type { PlainDate } from '../../kernel/time.ts'
import { readIdNumber } from '../../modules/people/domain/id-number.ts'
import { drawPeople, drawPractitionerNames, latinName } from './names.ts'
import { randomFrom } from './random.ts'

const today = '2026-11-22' as PlainDate
const draw = (seed: string, count = 300) => drawPeople(randomFrom(seed), count, today)

test('the same seed draws the same people, another seed others', () => {
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
})

test('names are as in life: two to four characters, mostly three, some the same, some that sound alike', () => {
  for (const seed of ['MALL', 'HOSP', 'third']) {
    const names = draw(seed).map(({ name }) => name)
    const share = (length: number) => names.filter((name) => name.length === length).length / names.length
    expect(share(2) + share(3) + share(4)).toBe(1)
    expect(share(3)).toBeGreaterThan(0.6)
    expect(share(2)).toBeGreaterThan(0.05)
    expect(share(4)).toBeLessThan(0.05)
    const different = new Set(names)
    expect(different.size).toBeLessThan(names.length)
    expect(new Set([...different].map(latinName)).size).toBeLessThan(different.size)
  }
})

test('an ID number belongs to nobody else, passes the check, and says birth date and sex', () => {
  const people = draw('numbers', 3000)
  expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(3000)
  for (const { idNumber, birthDate, sex, phone } of people) {
    expect(readIdNumber(idNumber, today)).toMatchObject({ ok: true, value: { birthDate, sex } })
    expect(phone).toMatch(/^138000\d{5}$/)
  }
})

test('surnames with odd readings and compound surnames are read as surnames', () => {
  const read = '单知行 查宛如 仇英 区明 盖明 解晓东 繁若兰 朴敏 曾伟 翟明 缪云 晁明 郗明 乜明 欧阳岚 万俟青 尉迟明 长孙若兰 吕莉'
  expect(read.split(' ').map(latinName).join(', ')).toBe(
    'Shan Zhixing, Zha Wanru, Qiu Ying, Ou Ming, Ge Ming, Xie Xiaodong, Po Ruolan, Piao Min, Zeng Wei, Zhai Ming, Miao Yun, Chao Ming, Xi Ming, Nie Ming, Ouyang Lan, Moqi Qing, Yuchi Ming, Zhangsun Ruolan, Lyu Li',
  )
})

test('two thousand practitioners have two thousand names', () => {
  const names = drawPractitionerNames(randomFrom('p'), 2000, ['许明远'])
  expect(new Set(names.map(({ zh }) => zh)).size).toBe(2000)
})
