import { parseArgs } from 'node:util'
import type { Refusal } from '../../kernel/result.ts'
import { importBundle } from '../../modules/people/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { bytesOf } from './read-file.ts'
import { UsageError, type Verb } from './verb.ts'

export const importFhirVerb: Verb = {
  name: 'import fhir',
  summary: 'bring in records of other systems: FHIR R4 bundles',
  usage:
    'careloom import fhir FILE.json... [--institution NAME] [--consent]        - reads standard input\n\neach bundle all or nothing; a second time changes nothing; one line of JSON per bundle\n\n  --institution NAME  who brings them in; else the operator of the first network\n  --consent           their persons have signed on paper that this institution sees their history for a year\n\ndocs/guides/import-fhir.md',
  async run(parameters) {
    const { files, institution, consent } = read(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    const bar = progressBar(files.length)
    try {
      const refused = await importAll(files, (file) => importFile(system.runtime, file, { institution, consent }), bar)
      for (const [file, sentences] of refused) for (const sentence of sentences) console.error(`${file}: ${sentence}`)
      return refused.size === 0 ? 0 : 1
    } finally {
      bar.end()
      await system.close()
    }
  },
}

function read(parameters: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...parameters],
      options: { institution: { type: 'string' }, consent: { type: 'boolean' } },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new UsageError('Name at least one file; see careloom import fhir --help.')
    return { files: [...new Set(positionals)], institution: values.institution ?? null, consent: values.consent ?? false }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

type Answer = { readonly refused: readonly string[] | null; readonly waits: boolean }
type Bar = ReturnType<typeof progressBar>

/** Imports every file; one that refers to what another file brings is tried again after it, so that their order does not matter. */
async function importAll(
  files: readonly string[],
  one: (file: string) => Promise<Answer>,
  bar: Bar,
): Promise<Map<string, readonly string[]>> {
  const refused = new Map<string, readonly string[]>()
  let [waiting, last] = [files, files.length + 1]
  while (waiting.length > 0 && waiting.length < last) {
    last = waiting.length
    const again: string[] = []
    for (const file of waiting) {
      bar.show(file)
      const { refused: sentences, waits } = await one(file)
      if (sentences) refused.set(file, sentences)
      else refused.delete(file)
      if (waits) again.push(file)
      else bar.done()
    }
    waiting = again
  }
  return refused
}

type Options = { readonly institution: string | null; readonly consent: boolean }

async function importFile(runtime: Runtime, file: string, options: Options): Promise<Answer> {
  const text = await textOf(file)
  if (!text.ok) return { refused: [text.problem], waits: false }
  const { result } = await perform(runtime, importBundle, systemActor, { text: text.value, ...options }, { requestId: 'import fhir' })
  if (!result.ok) return { refused: sentenceOf(runtime, result.refusal).split('\n'), waits: mayWait(file, result.refusal) }
  const { types, facts, persons } = result.value
  const total = (state: 'new' | 'changed' | 'unchanged') => types.reduce((sum, type) => sum + type[state], 0)
  const counts = { new: total('new'), changed: total('changed'), unchanged: total('unchanged') }
  console.log(JSON.stringify({ file, ...counts, facts, persons, types }))
  if (counts.new + counts.changed === 0) console.error(`${file}: 没有变化 / nothing has changed`)
  return { refused: null, waits: false }
}

/** Only a reference may be mended by another file; standard input is read once. */
const mayWait = (file: string, { code, details }: Refusal): boolean =>
  file !== '-' && code === 'people.bundle-broken' && String(details.path).endsWith('.reference')

async function textOf(file: string): Promise<{ ok: true; value: string } | { ok: false; problem: string }> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(file)) }
  } catch (error) {
    return { ok: false, problem: error instanceof UsageError ? error.message : '不是 UTF-8 / this is no UTF-8.' }
  }
}

/** On a terminal: how many files are in, and which one is next. */
function progressBar(files: number) {
  const [width, watched] = [24, process.stderr.isTTY === true]
  let count = 0
  const clear = () => watched && process.stderr.write('\r\x1b[K')
  return {
    show(file: string) {
      const full = Math.round((count / files) * width)
      clear()
      if (watched) process.stderr.write(`[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${count} of ${files} ${file} `)
    },
    done() {
      count += 1
      clear()
    },
    end: clear,
  }
}
