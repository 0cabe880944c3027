/** The five ways a request can be refused; one table in `platform/http` maps them to HTTP status. */
export type Category = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'busy'

/** A name in both languages; a sentence shows the reader's. */
export type Name = { readonly zh: string; readonly en: string }
export type Detail = string | number | Name

/** A refusal is a value: it says which rule refused and with what evidence, never how to show it. */
export type Refusal<Code extends string = string> = {
  readonly category: Category
  readonly code: Code
  readonly details: Readonly<Record<string, Detail>>
}

export type Refused<Code extends string> = { readonly ok: false; readonly refusal: Refusal<Code> }
export type Result<Value, Code extends string = never> = { readonly ok: true; readonly value: Value } | Refused<Code>

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value })
