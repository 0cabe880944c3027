import { parseArgs } from 'node:util'
import { importRoster } from '../../modules/network/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { bytesOf } from './read-file.ts'
import { readRosterFile } from './roster-file.ts'
import { UsageError, type Verb } from './verb.ts'

export const importRosterVerb: Verb = {
  name: 'import roster',
  summary: 'bring institutions, practitioners and filings from a spreadsheet',
  usage:
    'careloom import roster FILE.csv [--partial]        - reads standard input\n\nall or nothing; --partial keeps the good rows; columns: docs/reference/roster.md',
  async run(parameters) {
    const { file, partial } = read(parameters)
    const rows = readRosterFile(await bytesOf(file))
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    const done = showElapsed(rows.length)
    try {
      const { result } = await perform(system.runtime, importRoster, systemActor, { rows, partial }, { requestId: 'import roster' })
      done()
      if (!result.ok) {
        throw new UsageError(sentenceOf(system.runtime, result.refusal))
      }
      const { refused, ...counts } = result.value
      for (const { line, zh, en } of refused) console.error(`第 ${line} 行 / line ${line}: ${zh} / ${en}`)
      for (const row of refused) console.log(JSON.stringify(row))
      console.log(JSON.stringify({ ...counts, refused: refused.length }))
      return refused.length === 0 ? 0 : 1
    } finally {
      done()
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): { file: string; partial: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options: { partial: { type: 'boolean' } }, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input; see careloom import roster --help.')
    return { file, partial: values.partial ?? false }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

/** On a terminal: that it works, and for how long; the rows are one transaction, so there is no half of them to show. */
function showElapsed(rows: number): () => void {
  if (!process.stderr.isTTY) return () => undefined
  let seconds = 0
  const show = () => process.stderr.write(`\r${rows} rows … ${seconds++} s `)
  show()
  const timer = setInterval(show, 1000)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\x1b[K')
  }
}
