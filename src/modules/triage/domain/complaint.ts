type Words = { readonly zh: string; readonly en: string }

/** One key word as a pattern; `words` is how it is written in the table. */
type Pattern = { readonly words: string; readonly expression: RegExp }
export type Found = { readonly words: string; readonly from: number; readonly until: number }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** What may stand between two parts: little of one clause (`~`), or the clause before too (`&`); nothing that denies. */
const gaps = { '~': '[^，。、,.;；!！?？\\n不没无]{0,6}?', '&': '[^。.;；!！?？\\n不没无]{0,12}?' } as const
const chinese = (word: string): RegExp =>
  new RegExp(
    word
      .split(/([~&])/)
      .map((part) => (part === '~' || part === '&' ? gaps[part] : escaped(part)))
      .join(''),
    'g',
  )
const english = (phrase: string): RegExp => new RegExp(`\\b${phrase.split(/\s+/).map(escaped).join('\\s+')}(?:s|es|ed|ing)?\\b`, 'g')

/** One way of writing: full-width forms, case and apostrophes are equal, and 疼 stands for 痛. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('痛', '疼').replaceAll('’', "'")

const parts = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** Patterns of key words, made once. */
export const patternsOf = ({ zh, en }: Words): readonly Pattern[] => [
  ...parts(zh, /\s+/).map((words) => ({ words, expression: chinese(plainText(words)) })),
  ...parts(en, /,/).map((words) => ({ words, expression: english(plainText(words)) })),
]

/** 没有发烧, 不咳嗽, no fever: what stands right before a word denies it. */
const denial =
  /(?:没有?|无|不|未见?|否认|并无|不伴|从不|没出现)(?:任何|什么|出现|发现|过|有)?$|\b(?:no|not|without|denies|never|don't have|doesn't have|isn't|nor)\s+(?:any\s+|a\s+|an\s+)?$/

/** Where key words occur in a plain text, without those that are denied. */
export function findWords(patterns: readonly Pattern[], text: string): Found[] {
  return patterns.flatMap(({ words, expression }) =>
    [...text.matchAll(expression)]
      .filter(({ index }) => !denial.test(text.slice(Math.max(0, index - 20), index)))
      .map((match) => ({ words, from: match.index, until: match.index + match[0].length })),
  )
}

/** Whether one find lies inside a longer one: 嘴唇肿 is not 肿, 乙肝 is said once. */
export const isInside = (inner: Found, outer: Found): boolean =>
  outer.from <= inner.from && inner.until <= outer.until && outer.until - outer.from > inner.until - inner.from
