import { sql } from 'kysely'
import { type Chain, sha256 } from '../seal/index.ts'

/** The audit trail, row by row. */
export const auditChain: Chain = {
  name: 'audit',
  async rowsBetween(db, from, until) {
    const { rows } = await sql<{ id: string; text: string }>`
      select id::text, row(id, extract(epoch from at), account_id, institution_id, operation, outcome, subject, request_id, encode(input_hash, 'hex'), transaction)::text as text
      from platform.audit where transaction >= ${from}::xid8 and transaction < ${until}::xid8 order by transaction, platform.audit.id`.execute(
      db,
    )
    return rows.map(({ id, text }) => ({ id, hash: sha256(text) }))
  },
  async countFrom(db, from) {
    const { rows } = await sql<{
      rows: number
    }>`select count(*)::int as rows from platform.audit where transaction >= ${from}::xid8`.execute(db)
    return rows[0]?.rows ?? 0
  },
}
