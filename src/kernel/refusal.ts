import type { Category, Detail, Refused } from './result.ts'

/** The names in braces of a sentence: `'{room} is taken'` has the slot `room`. */
export type Slots<Sentence extends string> = Sentence extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never

/** How one refusal reads in both languages; the slots of the Chinese sentence are its details. */
export type RefusalWords = { readonly category: Category; readonly zh: string; readonly en: string }

type SameSlots<Table extends Record<string, RefusalWords>> = {
  [Code in keyof Table]: [Slots<Table[Code]['en']>] extends [Slots<Table[Code]['zh']>] ? RefusalWords : never
}

/** Details of a refusal, typed by the slots of its sentence. */
export type Details<Words extends RefusalWords> = { readonly [Slot in Slots<Words['zh']>]: Detail }

/** A room's refusals: an English sentence may only use slots that the Chinese one has (checked by the compiler). */
export function defineRefusals<const Table extends Record<string, RefusalWords>>(table: Table & SameSlots<Table>): Table {
  return table
}

/** Makes the `refuse` of one room: `refuse('booking.resource-taken', { … })`. */
export function refuserOf<const Table extends Record<string, RefusalWords>>(table: Table) {
  return <Code extends keyof Table & string>(
    code: Code,
    ...[details]: [Slots<Table[Code]['zh']>] extends [never] ? [] : [Details<Table[Code]>]
  ): Refused<Code> => {
    const { category } = table[code] as RefusalWords
    return { ok: false, refusal: { category, code, details: details ?? {} } }
  }
}

/** Puts details into a sentence of one language; a slot without a detail stays visible as its name. */
export function fillSentence(sentence: string, details: Readonly<Record<string, Detail>>, language: 'zh' | 'en'): string {
  return sentence.replace(/\{([^}]+)\}/g, (slot, name: string) => {
    const detail = details[name] ?? slot
    return typeof detail === 'object' ? detail[language] : String(detail)
  })
}
