import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { isPlainDate, type PlainDate } from '../../kernel/time.ts'
import { settlePeriod } from '../../modules/ledger/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { perform, systemActor } from '../../platform/operation/perform.ts'
import { sentenceOf } from '../sentence-of.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'

export const ledgerSettleVerb: Verb = {
  name: 'ledger settle',
  summary: 'settle everything that was paid or given back in a network until a day',
  usage: 'careloom ledger settle NETWORK --until DATE        NETWORK is its code; the day is over, and is included',
  async run(parameters) {
    const { code, until } = read(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const { rows } = await sql<{ id: Id<'network'> }>`select id from network.network where code = ${code}`.execute(
        system.runtime.database,
      )
      const [network] = rows
      if (!network) throw new UsageError(`没有代码为“${code}”的网络。\nThere is no network with the code “${code}”.`)
      const input = { networkId: network.id, until }
      const { result } = await perform(system.runtime, settlePeriod, systemActor, input, { requestId: 'ledger settle' })
      if (!result.ok) throw new UsageError(sentenceOf(system.runtime, result.refusal))
      console.log(JSON.stringify(result.value))
      return 0
    } finally {
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): { code: string; until: PlainDate } {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options: { until: { type: 'string' } }, allowPositionals: true })
    const [code, ...more] = positionals
    if (!code || more.length > 0) throw new UsageError('Name one network by its code; see careloom ledger settle --help.')
    if (!values.until || !isPlainDate(values.until)) throw new UsageError('Say until which day, as --until 2026-11-30.')
    return { code, until: values.until }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}
