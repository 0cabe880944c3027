import { verifyLedger } from '../../modules/ledger/index.ts'
import { auditChain } from '../../platform/audit/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { verifyChain } from '../../platform/seal/index.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { openSystem } from '../system.ts'
import { takesNothing, type Verb } from './verb.ts'

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
      const show: Progress = (done, all) => process.stderr.isTTY && process.stderr.write(`\rblock ${done} of ${all}`)
      const found = await transact(system.runtime.database, everything, async (db) => ({ commit: true, value: await verify(db, show) }))
      if (process.stderr.isTTY) process.stderr.write('\r')
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
