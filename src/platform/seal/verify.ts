import type { Database } from '../database/index.ts'
import type { PlatformTables } from '../tables.ts'
import { blockHash, type Chain, firstPrevious, type HashedRow } from './chain.ts'

export type Verification = {
  readonly sealedRows: number
  readonly blocks: number
  readonly notYetSealed: number
  /** The first row, or the first block, that is not as it was sealed; null: all is as it was. */
  readonly wrong: {
    readonly block: number
    readonly rowId: string | null
    readonly what: 'row-changed' | 'row-missing' | 'row-added' | 'seal-changed'
  } | null
}

/** Recomputes the seals of a chain block by block against the rows. */
export async function verifyChain(
  db: Database,
  chain: Chain,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Verification> {
  const tables = db.withTables<PlatformTables>()
  const { all } = await tables
    .selectFrom('platform.seal')
    .select(({ fn }) => fn.countAll<bigint>().as('all'))
    .where('chain', '=', chain.name)
    .executeTakeFirstOrThrow()
  let previous = firstPrevious
  let from = '0'
  let sealedRows = 0
  for (let block = 1; ; block += 1) {
    const seal = await tables
      .selectFrom('platform.seal')
      .selectAll()
      .where('chain', '=', chain.name)
      .where('block', '=', block)
      .executeTakeFirst()
    if (!seal) {
      const missing = block <= Number(all)
      return {
        sealedRows,
        blocks: block - 1,
        notYetSealed: await chain.countFrom(db, from),
        wrong: missing ? { block, rowId: null, what: 'seal-changed' } : null,
      }
    }
    const until = String(seal.untilTransaction)
    const wrong = firstDifference(await chain.rowsBetween(db, from, until), seal.rowIds, seal.rowHashes)
    const sealed = blockHash(previous, block, until, seal.rowIds, seal.rowHashes).equals(seal.hash)
    if (!sealed) return { sealedRows, blocks: block - 1, notYetSealed: 0, wrong: { block, rowId: null, what: 'seal-changed' } }
    if (wrong) return { sealedRows, blocks: block - 1, notYetSealed: 0, wrong: { block, ...wrong } }
    previous = seal.hash
    from = until
    sealedRows += seal.rowIds.length
    progress(block, Number(all))
  }
}

function firstDifference(rows: readonly HashedRow[], sealedIds: readonly string[], hashes: Buffer) {
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
