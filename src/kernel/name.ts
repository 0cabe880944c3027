import { pinyin } from 'pinyin-pro'

/** Readings of a name, syllable by syllable: as a surname, and letter by letter where that differs (单 shàn and dān). */
export function readingsOf(name: string): string[][] {
  const read = (surname: 'head' | 'off') =>
    pinyin(name, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'consecutive' }).map(normalise).filter(Boolean)
  const asSurname = read('head')
  const asWord = read('off')
  return asSurname.join(' ') === asWord.join(' ') ? [asSurname] : [asSurname, asWord]
}

/** The key by which lists of names are sorted. */
export const pinyinOf = (name: string): string => (readingsOf(name)[0] ?? []).join(' ')

/** Everything a name is found by: its characters, pinyin and initials, from each character on. */
export function nameTokens(name: string): string[] {
  const characters = [...normalise(name)]
  const starts = characters.map((_, place) => characters.slice(place).join(''))
  const spelled = readingsOf(name)
    .flatMap((syllables) => syllables.map((_, place) => syllables.slice(place)))
    .flatMap((syllables) => [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')])
  return [...new Set([...starts, ...spelled])].filter(Boolean)
}

/** What was typed, as tokens are written. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·•.-]/g, '')
