import { Type as T, type TSchema } from 'typebox'
import type { Id } from '../../kernel/id.ts'
import type { Instant, PlainDate } from '../../kernel/time.ts'

/** An id of one kind of thing. */
export const idOf = <const Thing extends string>(thing: Thing) => T.Unsafe<Id<Thing>>(T.String({ format: 'uuid', title: `id of ${thing}` }))

/** A moment, ISO 8601 UTC with milliseconds. */
export const instant = T.Unsafe<Instant>(T.String({ format: 'date-time' }))
/** A calendar day, `YYYY-MM-DD`. */
export const plainDate = T.Unsafe<PlainDate>(T.String({ format: 'date' }))
/** A local time, `HH:MM`. */
export const localTime = T.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
/** Money in fen of CNY. */
export const amountFen = T.Integer({ minimum: 0, description: 'fen of CNY' })

export const nullable = <Schema extends TSchema>(schema: Schema) => T.Union([schema, T.Null()])

/** One of a closed list; `enumName` finds its words in both languages. */
export const words = <const Values extends readonly string[]>(values: Values, enumName: string) =>
  T.Unsafe<Values[number]>({ type: 'string', enum: [...values], title: enumName })

/** A name in both languages. */
export const bilingual = T.Object({ zh: T.String(), en: T.String() })

/** A list by key: `next` is the key of the following page, null at the end. */
export const page = <Item extends TSchema>(item: Item) => T.Object({ items: T.Array(item), next: nullable(T.String()) })

export const pageKey = (...parts: string[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a page key; nonsense starts from the beginning. */
export function parsePageKey(key: string | undefined): string[] | null {
  if (!key) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(key, 'base64url').toString())
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}
