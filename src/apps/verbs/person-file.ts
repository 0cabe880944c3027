import { fillSentence } from '../../kernel/refusal.ts'
import type { Refusal } from '../../kernel/result.ts'
import { type PersonRow, readPersonHeader, refusals } from '../../modules/people/index.ts'
import { readSheet } from './sheet-file.ts'
import { UsageError } from './verb.ts'

/** The persons of a spreadsheet, or of one JSON object per line, with the line on which each begins. */
export function readPersonFile(bytes: Uint8Array): PersonRow[] {
  return startsWithObject(bytes) ? readLines(new TextDecoder().decode(bytes)) : readTable(bytes)
}

const startsWithObject = (bytes: Uint8Array): boolean =>
  new TextDecoder()
    .decode(bytes.subarray(0, 1000))
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('{')

function readTable(bytes: Uint8Array): PersonRow[] {
  const { header, rows } = readSheet(bytes)
  const columns = columnsOf(header)
  return rows.map(({ line, cells }) => ({ line, ...Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])) }))
}

function readLines(text: string): PersonRow[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((written, place) => (written.trim() === '' ? [] : [readLine(written, place + 1)]))
}

function readLine(written: string, line: number): PersonRow {
  const cells = parse(written)
  if (!cells) return refused({ category: 'invalid', code: 'people.list-unreadable', details: { line } })
  const names = Object.keys(cells)
  const columns = columnsOf(names)
  return { line, ...Object.fromEntries(columns.map((column, place) => [column, cells[names[place] ?? ''] ?? ''])) }
}

/** The texts of one JSON object; null: it is none. */
function parse(written: string): Record<string, string | null> | null {
  try {
    const value: unknown = JSON.parse(written)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord && Object.values(value).every((one) => typeof one === 'string' || one === null)
      ? (value as Record<string, string>)
      : null
  } catch {
    return null
  }
}

function columnsOf(names: readonly string[]) {
  const columns = readPersonHeader(names)
  return columns.ok ? columns.value : refused(columns.refusal)
}

function refused({ code, details }: Refusal<keyof typeof refusals>): never {
  const { zh, en } = refusals[code]
  throw new UsageError(`${fillSentence(zh, details, 'zh')}\n${fillSentence(en, details, 'en')}`)
}
