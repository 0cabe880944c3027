import { parseArgs } from 'node:util'
import { importPersons, importRowsAtOnce, type PersonRow } from '../../modules/people/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { showProgress } from '../progress.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { readPersonFile } from './person-file.ts'
import { bytesOf } from './read-file.ts'
import { UsageError, type Verb } from './verb.ts'

export const importPeopleVerb: Verb = {
  name: 'import people',
  summary: 'register persons from a spreadsheet or from lines of JSON',
  usage:
    'careloom import people FILE [--institution NAME] [--partial]        - reads standard input\n\nall or nothing; --partial keeps the good rows; a second time changes nothing\n\n  --institution NAME  where they are registered; else at the operator of the first network\n\ndocs/guides/import-people.md',
  async run(parameters) {
    const { file, ...options } = read(parameters)
    const rows = readPersonFile(await bytesOf(file))
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const { refused, ...counts } = await importAll(system.runtime, rows, options)
      for (const { line, zh, en } of refused) console.error(`第 ${line} 行 / line ${line}: ${zh} / ${en}`)
      for (const row of refused) console.log(JSON.stringify(row))
      console.log(JSON.stringify({ ...counts, refused: refused.length }))
      return refused.length === 0 ? 0 : 1
    } finally {
      await system.close()
    }
  },
}

type Options = { readonly partial: boolean; readonly institution?: string }
type Refused = { readonly line: number; readonly code: string; readonly zh: string; readonly en: string }
type Imported = { readonly registered: number; readonly known: number; readonly refused: readonly Refused[] }

/** Without `partial` every row is tried first, and nothing is kept while one is refused. */
export async function importAll(runtime: Runtime, rows: readonly PersonRow[], options: Options): Promise<Imported> {
  if (!options.partial) {
    const tried = await importBatches(runtime, rows, { ...options, partial: true }, 'checked', true)
    if (tried.refused.length > 0) return { registered: 0, known: 0, refused: tried.refused }
  }
  return importBatches(runtime, rows, { ...options, partial: true }, 'people', false)
}

async function importBatches(
  runtime: Runtime,
  rows: readonly PersonRow[],
  options: Options,
  what: string,
  dryRun: boolean,
): Promise<Imported> {
  const progress = showProgress()
  let [registered, known] = [0, 0]
  const refused: Refused[] = []
  try {
    for (let from = 0; from < rows.length; from += importRowsAtOnce) {
      const input = { ...options, rows: rows.slice(from, from + importRowsAtOnce) }
      const { result } = await perform(runtime, importPersons, systemActor, input, { requestId: 'import people', dryRun })
      if (!result.ok) throw new UsageError(sentenceOf(runtime, result.refusal))
      registered += result.value.persons.filter(({ alreadyKnown }) => !alreadyKnown).length
      known += result.value.persons.filter(({ alreadyKnown }) => alreadyKnown).length
      refused.push(...result.value.refused)
      progress.show(what, from + input.rows.length, rows.length)
    }
  } finally {
    progress.end()
  }
  return { registered, known, refused }
}

function read(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      options: { partial: { type: 'boolean' }, institution: { type: 'string' } },
      allowPositionals: true,
    })
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('Name one file, or - for standard input; see careloom import people --help.')
    return { file, partial: values.partial ?? false, ...(values.institution ? { institution: values.institution } : {}) }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}
