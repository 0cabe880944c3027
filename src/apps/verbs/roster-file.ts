import { CsvError, parse } from 'csv-parse/sync'
import { fillSentence } from '../../kernel/refusal.ts'
import { readHeader, refusals, type SheetRow } from '../../modules/network/index.ts'
import { UsageError } from './verb.ts'

/** The text of a spreadsheet: UTF-8 with or without a byte order mark, else GB18030, as Chinese spreadsheets write it. */
function textOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {} // the next one
  }
  return unreadable('UTF-8 / GB18030')
}

function unreadable(problem: string): never {
  const { zh, en } = refusals['network.roster-unreadable']
  throw new UsageError(`${fillSentence(zh, { problem }, 'zh')}\n${fillSentence(en, { problem }, 'en')}`)
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } }

/** The rows of a roster with the line on which each begins. */
export function readRosterFile(bytes: Uint8Array): SheetRow[] {
  const [header, ...rows] = recordsOf(textOf(bytes))
  if (!header) return unreadable('empty / 空文件')
  const columns = readHeader(header.cells)
  if (!columns.ok) {
    const { zh, en } = refusals[columns.refusal.code]
    throw new UsageError(`${fillSentence(zh, columns.refusal.details, 'zh')}\n${fillSentence(en, columns.refusal.details, 'en')}`)
  }
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, ...Object.fromEntries(columns.value.map((column, place) => [column, cells[place] ?? ''])) }))
}

function recordsOf(text: string): { line: number; cells: string[] }[] {
  try {
    const parsed = parse(text, { info: true, skip_empty_lines: false, relax_column_count: true, bom: true }) as unknown as Parsed[]
    let begun = 1
    return parsed.map(({ record, info }) => {
      const line = begun
      begun = info.lines + 1
      return { line, cells: record }
    })
  } catch (error) {
    if (error instanceof CsvError) return unreadable(error.message)
    throw error
  }
}
