import { expect, test } from 'vitest'
import { enums } from '../client/enums'
import { permissions } from '../client/permissions'
import { refusals as english } from '../client/refusals/en'
import { refusals as chinese } from '../client/refusals/zh'
import * as en from './en/index'
import * as zh from './zh/index'

type Sentence = string | ((...values: never[]) => string)
const sample = (sentence: Sentence): string =>
  typeof sentence === 'string' ? sentence : (sentence as (...values: unknown[]) => string)(3, 'x')
const sentences = (all: object): [string, string][] =>
  Object.entries(all).flatMap(([room, words]) =>
    Object.entries(words as object).map(([key, sentence]): [string, string] => [`${room}.${key}`, sample(sentence as Sentence)]),
  )

const refusals = Object.fromEntries(Object.entries(chinese).map(([code, zh]) => [code, { zh, en: english[code as keyof typeof english] }]))

test('complete keys are not enough: each sentence is in its own language', () => {
  const chinese = new Map(sentences(zh))
  for (const [key, sentence] of sentences(en)) {
    const isJoint = !/[a-wyz\p{Script=Han}]/iu.test(sentence) // of values, without a word of its own
    if (key === 'shell.product' || key === 'booking.dayLabel' || isJoint) continue
    expect([key, /\p{Script=Han}/u.test(sentence)]).toEqual([key, false])
    expect([key, /\p{Script=Han}/u.test(chinese.get(key) ?? '')]).toEqual([key, true])
  }
})

test('the server’s words are in both languages too', () => {
  const tables = [refusals, permissions, ...Object.values(enums)] as Record<string, { zh: string; en: string }>[]
  for (const table of tables) {
    for (const [key, { zh: chinese, en: english }] of Object.entries(table)) {
      expect([key, /\p{Script=Han}/u.test(chinese), /\p{Script=Han}/u.test(english)]).toEqual([key, true, false])
    }
  }
})

test('a refusal has the same slots in both languages', () => {
  const slots = (sentence: string) => (sentence.match(/\{[^}]+\}/g) ?? []).toSorted()
  for (const { zh: chinese, en: english } of Object.values(refusals)) expect(slots(english)).toEqual(slots(chinese))
})
