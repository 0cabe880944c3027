import { CsvError, parse } from 'csv-parse/sync'
import { fillSentence } from '../../kernel/refusal.ts'
import { refusals } from '../../modules/network/index.ts'
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

type Line = { readonly line: number; readonly cells: readonly string[] }
export type Sheet = { readonly header: readonly string[]; readonly rows: readonly Line[] }

/** The cells of a spreadsheet with the line on which each row begins; empty rows are left out. */
export function readSheet(bytes: Uint8Array): Sheet {
  const [header, ...rows] = recordsOf(textOf(bytes))
  if (!header) return unreadable('empty / 空文件')
  return { header: header.cells, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }
}

type Parsed = { readonly record: string[]; readonly info: { readonly lines: number } }

function recordsOf(text: string): Line[] {
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
