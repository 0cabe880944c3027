import { fillSentence } from '../../kernel/refusal.ts'
import { readHeader, refusals, type SheetRow } from '../../modules/network/index.ts'
import { readSheet } from './sheet-file.ts'
import { UsageError } from './verb.ts'

/** The rows of a roster with the line on which each begins. */
export function readRosterFile(bytes: Uint8Array): SheetRow[] {
  const { header, rows } = readSheet(bytes)
  const columns = readHeader(header)
  if (!columns.ok) {
    const { zh, en } = refusals[columns.refusal.code]
    throw new UsageError(`${fillSentence(zh, columns.refusal.details, 'zh')}\n${fillSentence(en, columns.refusal.details, 'en')}`)
  }
  return rows.map(({ line, cells }) => ({
    line,
    ...Object.fromEntries(columns.value.map((column, place) => [column, cells[place] ?? ''])),
  }))
}
