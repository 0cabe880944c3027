import { type Instant, toInstant } from '../../../../kernel/time.ts'
import type { Fact } from '../fact.ts'
import type { Concept } from './element.ts'
import { isWholeDay, momentOf } from './moment.ts'

/** A fact before it is known whose it is and where it comes from; `part` tells those of one resource apart. */
export type Draft = Omit<Fact, 'personId' | 'institutionId' | 'source' | 'sourceId'> & { readonly part: string }

/** What a resource alone does not say. */
export type Context = {
  /** Of dates without a zone. */
  readonly zone: string
  /** When it happened, where the resource has no date of its own: when its encounter began, else when it came. */
  readonly otherwise: Instant
  /** The code of what is referred to, such as a Medication. */
  readonly conceptOf: (reference: string | undefined) => Concept | undefined
}

type Given = Pick<Draft, 'kind' | 'status' | 'name' | 'code'> & Partial<Draft>
type Dates = { readonly begins: readonly (string | undefined)[]; readonly ends?: readonly (string | undefined)[] }

/** Fills what most facts leave empty; the first date there is counts, and one less exact than a day is said in the note. */
export function draft({ zone, otherwise }: Context, { begins, ends = [] }: Dates, given: Given): Draft {
  const began = begins.find((date) => date !== undefined)
  const ended = ends.find((date) => date !== undefined)
  const inexact = [began, ended].filter((date) => date !== undefined && !isWholeDay(date))
  const note = [given.note, inexact.length > 0 && `原文日期 date as sent: ${inexact.join(' – ')}`].filter(Boolean).join('; ') || null
  return {
    value: null,
    unit: null,
    low: null,
    high: null,
    flag: null,
    part: '',
    happenedAt: began === undefined ? otherwise : momentOf(began, zone),
    endedAt: ended === undefined ? null : momentOf(ended, zone),
    ...given,
    note,
  }
}

/** When a resource says of itself that it was last changed. */
export function changedAt(meta: unknown): Instant | null {
  const { lastUpdated } = (meta ?? {}) as { lastUpdated?: unknown }
  return typeof lastUpdated === 'string' && !Number.isNaN(Date.parse(lastUpdated)) ? toInstant(lastUpdated) : null
}
