import type { PlainDate } from '../../kernel/time.ts'

/** One code of a system, what it is called, and on which days it may be used. */
export type Term = {
  readonly system: string
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  /** As `detail.ts` has it for the system. */
  readonly detail: object | null
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
}

/**
 * Shapes of codes, where a system has one. ICD-10: a category (I10), a sub-category (M17.9), or the six digits of the Chinese
 * insurance edition with an extension (I10.x04, K80.000x004).
 */
export const codeShapes: Readonly<Record<string, RegExp>> = { 'icd-10': /^[A-Z]\d{2}(\.[\dx](\d{2}(x\d{3})?)?)?$/ }
