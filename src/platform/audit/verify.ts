import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'
import { blockHash, firstPrevious, rowsBetween } from './row-hash.ts'

export type Verification = {
  readonly sealedRows: number
  readonly blocks: number
  readonly notYetSealed: number
  /** The first row, or the first block, that is not as it was sealed; null: all is as it was. */
  readonly wrong: {
    readonly block: number
    readonly rowId: bigint | null
    readonly what: 'row-changed' | 'row-missing' | 'row-added' | 'seal-changed'
  } | null
}

/** Recomputes the chain of seals block by block against the rows. */
export async function verifyAudit(db: Database, progress: (done: number, all: number) => void = () => undefined): Promise<Verification> {
  const tables = db.withTables<PlatformTables>()
  const { all } = await tables
    .selectFrom('platform.seal')
    .select(({ fn }) => fn.countAll<bigint>().as('all'))
    .executeTakeFirstOrThrow()
  let previous = firstPrevious
  let from = '0'
  let sealedRows = 0
  for (let block = 1; ; block += 1) {
    const seal = await tables.selectFrom('platform.seal').selectAll().where('block', '=', block).executeTakeFirst()
    if (!seal) {
      const missing = block <= Number(all)
      const {
        rows: [open],
      } = await sql<{ open: number }>`select count(*)::int as open from platform.audit where transaction >= ${from}::xid8`.execute(db)
      return {
        sealedRows,
        blocks: block - 1,
        notYetSealed: open?.open ?? 0,
        wrong: missing ? { block, rowId: null, what: 'seal-changed' } : null,
      }
    }
    const until = String(seal.untilTransaction)
    const sealedIds = seal.rowIds.map(BigInt)
    const wrong = firstDifference(await rowsBetween(db, from, until), sealedIds, seal.rowHashes)
    const sealed = blockHash(previous, block, until, sealedIds, seal.rowHashes).equals(seal.hash)
    if (!sealed) return { sealedRows, blocks: block - 1, notYetSealed: 0, wrong: { block, rowId: null, what: 'seal-changed' } }
    if (wrong) return { sealedRows, blocks: block - 1, notYetSealed: 0, wrong: { block, ...wrong } }
    previous = seal.hash
    from = until
    sealedRows += sealedIds.length
    progress(block, Number(all))
  }
}

function firstDifference(rows: readonly { id: bigint; hash: Buffer }[], sealedIds: readonly bigint[], hashes: Buffer) {
  for (const [place, sealedId] of sealedIds.entries()) {
    const row = rows[place]
    if (!row || row.id !== sealedId) {
      return rows.some(({ id }) => id === sealedId)
        ? { rowId: row?.id ?? sealedId, what: 'row-added' as const }
        : { rowId: sealedId, what: 'row-missing' as const }
    }
    if (!row.hash.equals(hashes.subarray(place * 32, place * 32 + 32))) return { rowId: sealedId, what: 'row-changed' as const }
  }
  const extra = rows[sealedIds.length]
  return extra ? { rowId: extra.id, what: 'row-added' as const } : null
}
