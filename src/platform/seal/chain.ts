import { createHash } from 'node:crypto'
import type { Database } from '../database/index.ts'

/** A row by its id, with a hash that changes when any of its fields does. */
export type HashedRow = { readonly id: string; readonly hash: Buffer }

/** Append-only rows that are sealed block by block. Each row carries the number of its transaction, `xid8` as text. */
export type Chain = {
  readonly name: string
  /** Rows whose transaction lies in [from, until), in one order that never changes. */
  rowsBetween(db: Database, from: string, until: string): Promise<HashedRow[]>
  /** How many rows there are from a transaction on. */
  countFrom(db: Database, from: string): Promise<number>
}

export const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Hash of a block: over the seal before it, its place in the chain and its rows. */
export const blockHash = (previous: Buffer, block: number, until: string, rowIds: readonly string[], rowHashes: Buffer): Buffer =>
  sha256(previous, `${block}|${until}|${rowIds.join(',')}|`, rowHashes)

export const firstPrevious = Buffer.alloc(32)
