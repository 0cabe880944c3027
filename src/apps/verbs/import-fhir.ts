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
      return refused === 0 ? 0 : 1
    } finally {
      bar.clear()
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

/** What to print of a file: its counts, or why it was refused; `waits`: another file may bring what it refers to. */
type Answer = { readonly counts: string | null; readonly said: readonly string[]; readonly waits: boolean }

/** Imports every file, those that refer to what another brings once more after it, so that their order does not matter; answers how many were refused. */
async function importAll(
  files: readonly string[],
  one: (file: string) => Promise<Answer>,
  bar: ReturnType<typeof progressBar>,
): Promise<number> {
  let refused = 0
  let [waiting, last] = [files, files.length + 1]
  while (waiting.length > 0) {
    const again: string[] = []
    for (const file of waiting) {
      bar.show(file)
      const { counts, said, waits } = await one(file)
      bar.clear()
      if (waits && waiting.length < last) {
        again.push(file)
        continue
      }
      if (counts === null) refused += 1
      else console.log(counts)
      for (const sentence of said) console.error(`${file}: ${sentence}`)
      bar.done()
    }
    ;[waiting, last] = [again, waiting.length]
  }
  return refused
}

type Options = { readonly institution: string | null; readonly consent: boolean }

async function importFile(runtime: Runtime, file: string, options: Options): Promise<Answer> {
  const text = await textOf(file)
  if (!text.ok) return { counts: null, said: [text.problem], waits: false }
  const { result } = await perform(runtime, importBundle, systemActor, { text: text.value, ...options }, { requestId: 'import fhir' })
  if (!result.ok) return { counts: null, said: sentenceOf(runtime, result.refusal).split('\n'), waits: mayWait(file, result.refusal) }
  const { types, facts, persons, withdrawn } = result.value
  const total = (state: 'new' | 'changed' | 'unchanged') => types.reduce((sum, type) => sum + type[state], 0)
  const counts = { new: total('new'), changed: total('changed'), unchanged: total('unchanged') }
  const byType = Object.fromEntries(
    types.map(({ type, ...states }) => [type, Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0))]),
  )
  return {
    counts: JSON.stringify({ file, ...counts, persons, facts, types: byType }),
    said: [
      ...(counts.new + counts.changed === 0 ? ['没有变化 / nothing has changed'] : []),
      ...(withdrawn > 0
        ? [`${withdrawn} 人已撤回同意，没有重新登记 / ${withdrawn} had withdrawn their consent, which was not recorded again`]
        : []),
    ],
    waits: false,
  }
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
    },
    clear,
  }
}
