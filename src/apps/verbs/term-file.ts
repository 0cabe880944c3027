import { fillSentence } from '../../kernel/refusal.ts'
import { refusals } from '../../platform/refusals.ts'
import { readTermHeader, type TermRow } from '../../platform/terms/index.ts'
import { readSheet } from './sheet-file.ts'
import { UsageError } from './verb.ts'

/** The rows of a file of terms; a row that names no system is of the one that is given. */
export function readTermFile(bytes: Uint8Array, system: string | null): TermRow[] {
  const { header, rows } = readSheet(bytes)
  const columns = readTermHeader(header)
  if (!columns.ok) {
    const { code, details } = columns.refusal
    throw new UsageError(`${fillSentence(refusals[code].zh, details, 'zh')}\n${fillSentence(refusals[code].en, details, 'en')}`)
  }
  return rows.map(({ line, cells }) => ({
    line,
    ...(system ? { system } : {}),
    ...Object.fromEntries(columns.value.flatMap((column, place) => (cells[place]?.trim() ? [[column, cells[place]]] : []))),
  }))
}
