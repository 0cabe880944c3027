import { parseArgs } from 'node:util'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import { importTerms } from '../../platform/terms/index.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { bytesOf } from './read-file.ts'
import { readTermFile } from './term-file.ts'
import { UsageError, type Verb } from './verb.ts'

export const importTermsVerb: Verb = {
  name: 'import terms',
  summary: 'bring codes of a system, such as diagnoses, from a spreadsheet',
  usage:
    'careloom import terms FILE.csv [--system icd-10]        - reads standard input\n\nall or nothing; a second run changes nothing; columns: docs/reference/terms.md',
  async run(parameters) {
    const { file, system: codes } = read(parameters)
    const rows = readTermFile(await bytesOf(file), codes)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const { result } = await perform(system.runtime, importTerms, systemActor, { rows }, { requestId: 'import terms' })
      if (!result.ok) throw new UsageError(sentenceOf(system.runtime, result.refusal))
      const { refused, ...counts } = result.value
      for (const { line, zh, en } of refused) console.error(`第 ${line} 行 / line ${line}: ${zh} / ${en}`)
      for (const row of refused) console.log(JSON.stringify(row))
      console.log(JSON.stringify({ ...counts, refused: refused.length }))
      return refused.length === 0 ? 0 : 1
    } finally {
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): { file: string; system: string | null } {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options: { system: { type: 'string' } }, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input; see careloom import terms --help.')
    return { file, system: values.system ?? null }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}
