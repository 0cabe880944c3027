import type { Fact } from '../fact.ts'
import type { Concept, Quantity } from './element.ts'

type Named = Pick<Fact, 'name' | 'code'>
const han = /\p{Script=Han}/u

/** What a concept is called, in Chinese where a word has Chinese characters, else in English; and its first whole code. */
export function namedBy(concept: Concept | undefined): Named | null {
  const { coding = [], text } = concept ?? {}
  const chosen = coding.toSorted((a, b) => Number(b.userSelected ?? false) - Number(a.userSelected ?? false))
  const words = [text, ...chosen.map(({ display }) => display)].filter((word) => word !== undefined)
  const code = chosen.find((one) => one.code !== undefined)?.code
  if (words.length === 0 && code !== undefined) words.push(code)
  if (words.length === 0) return null
  const zh = words.find((word) => han.test(word)) ?? null
  const en = words.find((word) => !han.test(word)) ?? null
  const whole = chosen.find(({ system, code }) => system !== undefined && code !== undefined)
  return { name: { zh, en }, code: whole ? { system: whole.system ?? '', code: whole.code ?? '' } : null }
}

/** A name for a plain text. */
export const calledBy = (text: string): Named => ({ name: han.test(text) ? { zh: text, en: null } : { zh: null, en: text }, code: null })

/** A concept as one text, for a note. */
export const sayConcept = (concept: Concept | undefined): string | undefined => {
  const named = namedBy(concept)
  return named?.name.zh ?? named?.name.en ?? undefined
}
export const sayConcepts = (concepts: readonly Concept[] | undefined): string | undefined =>
  concepts?.map(sayConcept).filter(Boolean).join(', ') || undefined

/** `< 0.01 ng/mL` */
export const sayQuantity = (quantity: Quantity | undefined): string | undefined =>
  quantity?.value === undefined
    ? undefined
    : [quantity.comparator, quantity.value, quantity.unit ?? quantity.code].filter((part) => part !== undefined).join(' ')

/** Whether a concept has one of these codes, whatever its system. */
export const isCoded = (concept: Concept | undefined, ...codes: readonly string[]): boolean =>
  (concept?.coding ?? []).some(({ code }) => code !== undefined && codes.includes(code))

/** The parts of a note that there are. */
export const noteOf = (...parts: readonly (string | undefined | false)[]): string | null => parts.filter(Boolean).join('; ') || null
