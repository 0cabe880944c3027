import { verifyAudit } from '../../platform/audit/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { createLog } from '../../platform/log/index.ts'
import { everything, transact } from '../../platform/transaction/index.ts'
import { openSystem } from '../system.ts'
import { takesNothing, type Verb } from './verb.ts'

export const auditVerifyVerb: Verb = {
  name: 'audit verify',
  summary: 'recompute the seals of the audit trail and name the first wrong row',
  usage: 'careloom audit verify        exit code 1 if a row or seal is not as it was sealed',
  async run(parameters) {
    takesNothing(parameters)
    const system = await openSystem(readConfig(process.env), createLog('silent'))
    try {
      const show = (done: number, all: number) => process.stderr.isTTY && process.stderr.write(`\rblock ${done} of ${all}`)
      const found = await transact(system.runtime.database, everything, async (db) => ({
        commit: true,
        value: await verifyAudit(db, show),
      }))
      const { sealedRows, blocks, notYetSealed, wrong } = found
      if (process.stderr.isTTY) process.stderr.write('\r')
      console.log(
        JSON.stringify({
          sealedRows,
          blocks,
          notYetSealed,
          wrong: wrong && { ...wrong, rowId: wrong.rowId === null ? null : String(wrong.rowId) },
        }),
      )
      return wrong ? 1 : 0
    } finally {
      await system.close()
    }
  },
}
