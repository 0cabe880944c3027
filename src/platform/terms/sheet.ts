import { Check } from 'typebox/value'
import { ok, type Result } from '../../kernel/result.ts'
import { isPlainDate, type PlainDate } from '../../kernel/time.ts'
import { type PlatformRefusal, refuse } from '../refusals.ts'
import { detailSchemas } from './detail.ts'
import { codeShapes, type Term } from './term.ts'

/** The columns of a file of terms: header words and what they take. */
export const termColumns = {
  system: { zh: '编码系统', en: 'system', takes: { zh: '如 icd-10；可由 --system 给出', en: 'such as icd-10; or given by --system' } },
  code: { zh: '编码', en: 'code', takes: { zh: '在系统内唯一', en: 'once per system' } },
  name: { zh: '名称', en: 'name', takes: { zh: '中文名称', en: 'the Chinese name' } },
  nameEn: { zh: '英文名', en: 'name-en', takes: { zh: '可空，则同中文', en: 'optional: as the Chinese one' } },
  detail: { zh: '说明', en: 'detail', takes: { zh: 'JSON；lab、drug、imaging 必填', en: 'JSON; needed by lab, drug and imaging' } },
  from: { zh: '起', en: 'from', takes: { zh: '首日；可空，则为 2020-01-01', en: 'the first day; optional: 2020-01-01' } },
  until: { zh: '止', en: 'until', takes: { zh: '末日（含当日）；空为长期', en: 'the last day, included; empty: without an end' } },
} as const
export type TermColumn = keyof typeof termColumns
export const termColumnNames = Object.keys(termColumns) as TermColumn[]

/** One row as it was written, with its line in the file. */
export type TermRow = { readonly line: number } & { readonly [Column in TermColumn]?: string | undefined }

const labelOf = (column: TermColumn): string => `${termColumns[column].zh} ${termColumns[column].en}`

/** Which column each header cell names. */
export function readTermHeader(cells: readonly string[]): Result<readonly TermColumn[], PlatformRefusal> {
  const columns: TermColumn[] = []
  for (const cell of cells) {
    const text = cell.trim()
    const column = termColumnNames.find((name) => termColumns[name].zh === text || termColumns[name].en === text)
    if (!column || columns.includes(column))
      return refuse('platform.term-column', { column: text, known: termColumnNames.map(labelOf).join(', ') })
    columns.push(column)
  }
  for (const needed of ['code', 'name'] as const)
    if (!columns.includes(needed)) return refuse('platform.term-cell', { column: labelOf(needed), value: '' })
  return ok(columns)
}

/** The term that a row describes; the first cell that is wrong refuses it. */
export function readTerm(row: TermRow): Result<Term, PlatformRefusal> {
  const text = (column: TermColumn): string => row[column]?.trim() ?? ''
  const wrong = (column: TermColumn) => refuse('platform.term-cell', { column: labelOf(column), value: text(column) })
  const [system, code, zh] = [text('system'), text('code'), text('name')]
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(system)) return wrong('system')
  if (code === '' || code.length > 64 || codeShapes[system]?.test(code) === false) return wrong('code')
  if (zh === '') return wrong('name')
  const detail = readDetail(system, text('detail'))
  if (detail === undefined) return wrong('detail')
  const from = text('from') || '2020-01-01'
  if (!isPlainDate(from)) return wrong('from')
  const until = text('until') || null
  if (until !== null && !(isPlainDate(until) && until >= from)) return wrong('until')
  return ok({ system, code, name: { zh, en: text('nameEn') || zh }, detail, validFrom: from, validUntil: until as PlainDate | null })
}

/** The detail, null where there is none and none is needed, undefined where it is wrong. */
function readDetail(system: string, text: string): object | null | undefined {
  const schema = detailSchemas[system as keyof typeof detailSchemas] as (typeof detailSchemas)[keyof typeof detailSchemas] | undefined
  if (!schema) return text === '' ? null : undefined
  try {
    const detail: unknown = JSON.parse(text)
    return Check(schema, detail) ? (detail as object) : undefined
  } catch {
    return undefined
  }
}
