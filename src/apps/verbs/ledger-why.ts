import { parseArgs } from 'node:util'
import { showLine } from '../../modules/ledger/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { ask, systemActor } from '../../platform/operation/perform.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'
import { type Language, whyText } from './why-text.ts'

export const ledgerWhyVerb: Verb = {
  name: 'ledger why',
  summary: 'print why a line of a statement is what it is: every step from the payment to the party',
  usage:
    'careloom ledger why LINE [--lang zh|en] [--json]        LINE is its id or its number, such as S-MALL-20261130-0007.12\n\nexit code 1 if a step does not add up',
  async run(parameters) {
    const { lineId, language, json } = read(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const found = await ask(system.runtime, showLine, systemActor, { lineId }, 'ledger why')
      if (!found.ok) throw new UsageError(sentenceOf(system.runtime, found.refusal))
      console.log(json ? JSON.stringify(found.value) : whyText(found.value, language))
      return found.value.addsUp ? 0 : 1
    } finally {
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): { lineId: string; language: Language; json: boolean } {
  try {
    const options = { lang: { type: 'string', default: 'zh' }, json: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...parameters], options, allowPositionals: true })
    const [lineId, ...more] = positionals
    if (!lineId || more.length > 0) throw new UsageError('Name one line; see careloom ledger why --help.')
    if (values.lang !== 'zh' && values.lang !== 'en') throw new UsageError(`“${values.lang}” is no language here: zh or en.`)
    return { lineId, language: values.lang, json: values.json }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}
