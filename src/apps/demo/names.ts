import { pinyin } from 'pinyin-pro'
import { present } from '../../kernel/assert.ts'
import { type PlainDate, plusDays } from '../../kernel/time.ts'
import { demoIdNumber } from './id-number.ts'
import type { Random } from './random.ts'

export type Name = { readonly zh: string; readonly en: string }
export type Sex = 'female' | 'male'
export type NewPerson = {
  readonly name: string
  readonly birthDate: PlainDate
  readonly sex: Sex
  readonly phone: string
  readonly idNumber: string
}

const decades = [1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020] as const
type Decade = (typeof decades)[number]

// Bearers per thousand persons, about as in the census; what is rare is a little more frequent than in life, so that a small network meets it.
const surnamesByWeight: [perThousand: number, surnames: string][] = [
  [71, '王 李'],
  [66, '张'],
  [53, '刘'],
  [45, '陈'],
  [30, '杨'],
  [20, '黄 赵 吴 周'],
  [13, '徐 孙 马 朱 胡'],
  [11, '郭 何 林 高 罗'],
  [8.5, '郑 梁 谢 宋 唐 许 邓 韩 冯'],
  [6.5, '曹 彭 曾 肖 田 董 潘 袁 蔡 蒋 余'],
  [4.5, '于 杜 叶 程 魏 苏 吕 丁 任 卢 姚 沈 钟 姜 崔 谭 陆 范 汪'],
  [3, '廖 石 金 韦 贾 夏 付 方 邹 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 黎 史 陶 贺 毛 郝 顾 龚 邵 万 覃 武 钱 戴 严 莫 孔 向 常'],
  [1.2, '单 查 仇 区 盖 解 繁 朴 翟 缪 晁 郗 乜'],
  [1.5, '欧阳 司马 诸葛 上官 慕容 万俟 尉迟 长孙'],
]
const surnames = surnamesByWeight.flatMap(([weight, list]) => list.split(' ').map((surname) => [surname, weight] as const))

const givenNames: Record<Decade, Record<Sex, string>> = {
  1940: {
    female: '桂英 秀英 玉兰 淑珍 凤英 素珍 桂兰 玉珍 秀珍 兰英 淑英 翠英 玉英 凤兰 惠珍',
    male: '德明 文彬 福生 国栋 振华 永福 志高 明德 树林 金生 长青 有才 子明 德胜 维新',
  },
  1950: {
    female: '秀兰 玉梅 桂花 建英 淑华 凤英 秀珍 玉华 红英 美玲 爱华 爱英 跃进 桂珍 彩霞 惠芳 兰',
    male: '建国 建华 国强 援朝 卫国 明礼 志强 国庆 爱国 永康 和平 解放 德福 大勇 新民 建民 健',
  },
  1960: {
    female: '红梅 卫红 秀芳 丽华 玉芬 小红 晓红 爱琴 海燕 立新 亚平 雅平 春梅 桂芳 凤霞 敏 萍 红',
    male: '卫东 志刚 建军 红兵 立新 永强 文革 建平 学军 跃华 海涛 国华 向东 志明 立军 建设 军 平',
  },
  1970: {
    female: '丽 莉 艳 燕 敏 静 芳 娟 红霞 晓燕 小燕 春燕 丽娟 丽萍 海英 玉洁 志红 雪梅 建红 文静 静怡',
    male: '伟 军 勇 涛 强 斌 彬 建军 志勇 海波 晓东 小东 永刚 文杰 国伟 立峰 俊峰 志伟 建伟 剑华 浩',
  },
  1980: {
    female: '静 婧 丽 娜 婷 丹 倩 颖 敏 雪 晶 晓丽 丽娜 婷婷 静怡 靖怡 雅静 晓敏 宛如 春晓 文婷 海霞 燕妮',
    male: '伟 磊 鹏 超 峰 涛 杰 波 洋 亮 明远 晓明 小明 志鹏 海洋 俊杰 伟强 永生 建波 嘉文 家文 一鸣',
  },
  1990: {
    female: '婷 雪 佳怡 嘉怡 静怡 靖怡 雨晴 梦婷 思雨 诗雨 佳琪 嘉琪 若兰 晓雯 知夏 一宁 宛婷 慧敏 雅雯 欣然 心然 颖',
    male: '鑫 鹏 凯 浩 帆 嘉豪 家豪 俊杰 子豪 志远 明轩 文博 天宇 宇航 雨航 一帆 逸凡 嘉伟 鹏飞 浩宇 行舟',
  },
  2000: {
    female: '雨欣 宇欣 欣怡 心怡 思琪 思齐 佳怡 雨桐 语桐 梦瑶 诗涵 诗晗 静怡 若曦 晨曦 紫涵 子涵 雅琪 可欣 悦',
    male: '浩然 皓然 宇轩 俊熙 子轩 梓轩 天佑 文轩 博文 嘉懿 子豪 宇航 浩宇 皓宇 俊辉 泽宇 一鸣 睿 昊 嘉诚',
  },
  2010: {
    female: '子涵 梓涵 紫涵 欣怡 一诺 依诺 诗涵 雨桐 语桐 梓萱 子萱 可馨 可欣 芷若 沐晴 思彤 若溪 语嫣 艺涵 奕涵',
    male: '浩然 皓然 子轩 梓轩 宇轩 浩宇 皓宇 沐宸 沐辰 梓睿 子睿 俊熙 一帆 逸凡 奕辰 亦辰 铭泽 明泽 睿 昊天',
  },
  2020: {
    female: '若汐 若溪 一诺 沐瑶 安冉 语桐 芷涵 清妍 知夏 苡沫 以沫 星若 梓伊 书瑶 舒瑶 念安 可心 语',
    male: '沐宸 沐辰 奕辰 亦辰 知行 宇泽 予安 景行 星泽 云帆 嘉树 书言 清和 屿 一川 子墨 梓墨 安',
  },
}

/** Persons of each decade of birth among a hundred who visit. */
const visitors: [Decade, number][] = [
  [1940, 5],
  [1950, 10],
  [1960, 15],
  [1970, 17],
  [1980, 19],
  [1990, 15],
  [2000, 7],
  [2010, 8],
  [2020, 4],
]

/** Decades of birth of practitioners: titles take years. */
const practitioners: [Decade, number][] = [
  [1960, 20],
  [1970, 50],
  [1980, 30],
]

/** The Latin form of a Chinese name with its surname read as a surname, as on a passport: 单知行 is Shan Zhixing, 吕兰 is Lyu Lan. */
export function latinName(zh: string): string {
  const compound = surnames.some(([surname]) => surname.length === 2 && zh.startsWith(surname))
  const syllables = pinyin(zh, { toneType: 'none', type: 'array', surname: 'head' }).map((syllable) => syllable.replace('ü', 'yu'))
  const length = compound ? 2 : 1
  return [syllables.slice(0, length), syllables.slice(length)].map((part) => capital(part.join(''))).join(' ')
}

/** The initials by which people type a name: 钱秀兰 is qxl. */
export const initialsOf = (zh: string): string =>
  pinyin(zh, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('')

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

const drawChinese = (random: Random, decade: Decade, sex: Sex): string =>
  random.weighted(surnames) + random.pick(givenNames[decade][sex].split(' '))

const drawSex = (random: Random): Sex => random.pick(['female', 'male'])

/** Names of practitioners, each once and none of the taken ones. @throws where there are not enough different names, beyond some ten thousand. */
export function drawPractitionerNames(random: Random, count: number, taken: readonly string[]): Name[] {
  const used = new Set(taken)
  const names: Name[] = []
  for (let tries = count * 50; names.length < count && tries > 0; tries -= 1) {
    const zh = drawChinese(random, random.weighted(practitioners), drawSex(random))
    if (used.has(zh)) continue
    used.add(zh)
    names.push({ zh, en: latinName(zh) })
  }
  present(names[count - 1], 'a name that is not taken')
  return names
}

/** Persons as they visit, born before `today`: of every age, some with the same name, some with names that sound alike; ID numbers are unique. */
export const drawPeople = (random: Random, count: number, today: PlainDate, area?: string): NewPerson[] => [
  ...eachPerson(random, count, today, area),
]

/** The same one by one, for a network with too many to hold. */
export function* eachPerson(random: Random, count: number, today: PlainDate, area?: string): Generator<NewPerson> {
  const idNumbers = new Set<string>()
  while (idNumbers.size < count) {
    const decade = random.weighted(visitors)
    const sex = drawSex(random)
    const name = drawChinese(random, decade, sex)
    const birthDate = plusDays(`${decade}-01-01` as PlainDate, random.integer(0, 3651))
    const phone = `138000${String(random.integer(0, 99_999)).padStart(5, '0')}`
    const idNumber = demoIdNumber(birthDate, sex, random.integer(0, 499), area)
    if (birthDate >= today || idNumbers.has(idNumber)) continue
    idNumbers.add(idNumber)
    yield { name, birthDate, sex, phone, idNumber }
  }
}
