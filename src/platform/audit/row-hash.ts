import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

/** A row as text that changes when any of its fields does. */
export type HashedRow = { readonly id: bigint; readonly hash: Buffer }

const sha256 = (...parts: (Buffer | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Rows whose transaction lies in [from, until), in the order of the seal. Numbers of transactions are `xid8` as text. */
export async function rowsBetween(db: Database, from: string, until: string): Promise<HashedRow[]> {
  const { rows } = await sql<{ id: bigint; text: string }>`
    select id, row(id, extract(epoch from at), account_id, institution_id, operation, outcome, subject, request_id, encode(input_hash, 'hex'), transaction)::text as text
    from platform.audit where transaction >= ${from}::xid8 and transaction < ${until}::xid8 order by transaction, id`.execute(db)
  return rows.map(({ id, text }) => ({ id, hash: sha256(text) }))
}

/** Hash of a block: over the seal before it, its place in the chain and its rows. */
export const blockHash = (previous: Buffer, block: number, until: string, rowIds: readonly bigint[], rowHashes: Buffer): Buffer =>
  sha256(previous, `${block}|${until}|${rowIds.join(',')}|`, rowHashes)

export const firstPrevious = Buffer.alloc(32)
