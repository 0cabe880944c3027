import { Type as T } from 'typebox'
import { fillSentence } from '../../kernel/refusal.ts'
import { ok } from '../../kernel/result.ts'
import { defineCommand } from '../operation/index.ts'
import { type PlatformRefusal, refusals, refuse } from '../refusals.ts'
import { readTerm, termColumnNames } from './sheet.ts'
import { writeTerms } from './store.ts'
import type { Term } from './term.ts'

const cell = T.Optional(T.String({ maxLength: 20_000 }))

/** Terms from a file, all or nothing; again changes nothing. */
export const importTerms = defineCommand({
  name: 'platform.import-terms',
  zh: '导入编码',
  en: 'Import terms',
  permission: 'platform.term.import',
  input: T.Object({
    rows: T.Array(T.Object({ line: T.Integer(), ...Object.fromEntries(termColumnNames.map((column) => [column, cell])) })),
  }),
  output: T.Object({
    created: T.Integer(),
    changed: T.Integer(),
    unchanged: T.Integer(),
    /** What to mend, by line of the file; then nothing is written. */
    refused: T.Array(T.Object({ line: T.Integer(), code: T.String(), zh: T.String(), en: T.String() })),
  }),
  refusals: [],
  async run({ db }, { rows }) {
    const lines = new Map<string, number>()
    const terms: Term[] = []
    const refused: ReturnType<typeof refusedRow>[] = []
    for (const row of rows) {
      const read = readTerm(row)
      if (!read.ok) {
        refused.push(refusedRow(row.line, read.refusal))
        continue
      }
      const key = `${read.value.system} ${read.value.code}`
      const first = lines.get(key)
      if (first !== undefined)
        refused.push(refusedRow(row.line, refuse('platform.term-twice', { code: read.value.code, line: first }).refusal))
      else terms.push(read.value)
      lines.set(key, first ?? row.line)
    }
    if (refused.length > 0) return ok({ created: 0, changed: 0, unchanged: 0, refused })
    const { created, changed } = await writeTerms(db, terms, true)
    return ok({ created, changed, unchanged: terms.length - created - changed, refused })
  },
})

type Refused = { readonly code: PlatformRefusal; readonly details: Parameters<typeof fillSentence>[1] }

const refusedRow = (line: number, { code, details }: Refused) => ({
  line,
  code,
  zh: fillSentence(refusals[code].zh, details, 'zh'),
  en: fillSentence(refusals[code].en, details, 'en'),
})
