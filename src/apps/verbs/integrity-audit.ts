import { closeSync, openSync, writeSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { defaultZone, isPlainDate, type PlainDate, type Span, spanOfDays } from '../../kernel/time.ts'
import { auditClaims } from '../../modules/integrity/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { openSystem } from '../system.ts'
import { UsageError, type Verb } from './verb.ts'

export const integrityAuditVerb: Verb = {
  name: 'integrity audit',
  summary: 'review every stored claim anew and compare each line’s verdict with the kept one',
  usage:
    'careloom integrity audit [--from DATE] [--until DATE] [--out FILE]        exit code 1 if a verdict differs\n\none line of JSON per difference, then {claims, lines, findings, differences}\n\n  --from, --until  reviews of these days, both included\n  --out            write the lines to a file as well',
  async run(parameters) {
    const { span, out } = read(parameters)
    const file = out === undefined ? null : openFile(out)
    const say = (line: object) => {
      const text = JSON.stringify(line, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
      console.log(text)
      if (file !== null) writeSync(file, `${text}\n`)
    }
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const summary = await transact(system.runtime.database, everything, async (db) => ({
        commit: false,
        value: await auditClaims(db, span, { difference: say, progress: showProgress }),
      }))
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
      say(summary)
      return summary.differences === 0 ? 0 : 1
    } finally {
      if (file !== null) closeSync(file)
      await system.close()
    }
  },
}

function read(parameters: readonly string[]): { span: Span; out: string | undefined } {
  try {
    const { values } = parseArgs({
      args: [...parameters],
      options: { from: { type: 'string' }, until: { type: 'string' }, out: { type: 'string' } },
    })
    return { span: spanOfDays(defaultZone, dayOf(values.from ?? '2000-01-01'), dayOf(values.until ?? '2999-12-31')), out: values.out }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

function dayOf(text: string): PlainDate {
  if (!isPlainDate(text)) throw new UsageError(`“${text}” is no day: write YYYY-MM-DD.`)
  return text
}

function openFile(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw new UsageError(`“${path}” cannot be written: ${(error as Error).message}`)
  }
}

/** Where a person watches: a bar that moves with every hundredth. */
function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY || (done % Math.ceil(all / 100) !== 0 && done !== all)) return
  const full = Math.round((done / all) * 24)
  process.stderr.write(`\r[${'#'.repeat(full)}${'-'.repeat(24 - full)}] ${done} of ${all} claims `)
}
