import { verifyLedger } from '../../modules/ledger/index.ts'
import { auditChain } from '../../platform/audit/index.ts'
import { startWatch } from '../../platform/clock/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { verifyChain } from '../../platform/seal/index.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { progressLine, showProgress } from '../progress.ts'
import { openSystem } from '../system.ts'
import { invariantsOf, verifyAll } from '../verify.ts'
import { takesNothing, type Verb } from './verb.ts'

const asText = (value: object): string => JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part))

export const verifyVerb: Verb = {
  name: 'verify',
  summary: 'ask every rule that must hold of the whole database, whoever wrote it',
  usage:
    'careloom verify        one line of JSON per rule; exit code 1 if one is broken\n\nnames the first broken rows with their ids; may run beside the system; docs/operations/verify.md',
  async run(parameters) {
    takesNothing(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    const progress = showProgress()
    const [elapsed, all] = [startWatch(), invariantsOf(system.runtime.modules).length]
    let [asked, broken] = [0, 0]
    try {
      for await (const { zh, en, ...verified } of verifyAll(system.runtime)) {
        progress.end()
        console.log(
          asText({
            invariant: verified.name,
            holds: verified.broken.length === 0,
            milliseconds: verified.milliseconds,
            ...found(verified.broken),
          }),
        )
        if (verified.broken.length > 0) console.error(`不成立 / does not hold: ${zh} / ${en}`)
        broken += verified.broken.length > 0 ? 1 : 0
        asked += 1
        progress.show('invariants', asked, all)
      }
    } finally {
      progress.end()
      await system.close()
    }
    console.log(asText({ invariants: all, broken, milliseconds: Math.round(elapsed()) }))
    return broken === 0 ? 0 : 1
  },
}

const found = (broken: readonly object[]) => (broken.length > 0 ? { broken } : {})

type Progress = (done: number, all: number) => void

/** A verb that recomputes a sealed chain and prints what it found as one line of JSON. */
const verifying = (
  name: string,
  summary: string,
  wrongs: string,
  verify: (db: Database, progress: Progress) => Promise<{ readonly wrong: object | null }>,
): Verb => ({
  name,
  summary,
  usage: `careloom ${name}        exit code 1 if ${wrongs}`,
  async run(parameters) {
    takesNothing(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const line = progressLine()
      const show: Progress = (done, all) => line.show(`block ${done} of ${all}`)
      const found = await transact(system.runtime.database, everything, async (db) => ({ commit: true, value: await verify(db, show) }))
      line.clear()
      console.log(JSON.stringify(found, (_, value) => (typeof value === 'bigint' ? String(value) : value)))
      return found.wrong ? 1 : 0
    } finally {
      await system.close()
    }
  },
})

export const auditVerifyVerb = verifying(
  'audit verify',
  'recompute the seals of the audit trail and name the first wrong row',
  'a row or seal is not as it was sealed',
  (db, progress) => verifyChain(db, auditChain, progress),
)

export const ledgerVerifyVerb = verifying(
  'ledger verify',
  'recompute the seals of the journal, the sum of all entries and the balances, and name the first wrong one',
  'a posting or seal is not as it was sealed, or a sum or balance is wrong',
  verifyLedger,
)
