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

/** Everything a person is found by: characters, pinyin, initials (from each character on), phone, last four of phone and ID. */
export function searchTokens(person: { name: string; phone: string | null; idNumber: string | null }): string[] {
  const characters = [...normalise(person.name)]
  const starts = characters.map((_, place) => characters.slice(place).join(''))
  const spelled = readingsOf(person.name)
    .flatMap((syllables) => syllables.map((_, place) => syllables.slice(place)))
    .flatMap((syllables) => [syllables.join(''), syllables.map((syllable) => syllable[0]).join('')])
  const numbers = [person.phone, person.phone?.slice(-4), person.idNumber?.slice(-4).toLowerCase()]
  return [...new Set([...starts, ...spelled, ...numbers].filter((token): token is string => Boolean(token)))]
}

/** What a person typed, as tokens are written. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·•.-]/g, '')
