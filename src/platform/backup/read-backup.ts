import { createHash, type Hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { readArchive } from './archive.ts'
import { BackupError, damaged } from './error.ts'
import { type Contents, type Manifest, readContents, readManifest } from './manifest.ts'
import { rowsIn } from './rows-in.ts'

export type Item =
  | { readonly kind: 'manifest'; readonly manifest: Manifest }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Buffer }
  /** The next bytes of a table as COPY writes and reads them. */
  | { readonly kind: 'part'; readonly table: string; readonly bytes: Buffer }
  /** Every table has been as this says. */
  | { readonly kind: 'contents'; readonly contents: Contents }

const decompress = promisify(gunzip)
const partLimit = 1 << 26
const partName = /^tables\/([^/]+)\/\d+\.copy\.gz$/

/** A backup item by item, checked on the way; ends well only if the whole file is as it was written. @throws BackupError */
export async function* readBackup(source: AsyncIterable<Buffer>): AsyncGenerator<Item> {
  const tables = new Map<string, { readonly hash: Hash; rows: number; bytes: number }>()
  let manifest: Manifest | null = null
  let isComplete = false
  for await (const { name, bytes } of readArchive(source)) {
    if (!manifest) {
      if (name !== 'manifest.json') throw new BackupError(damaged)
      manifest = readManifest(bytes)
      yield { kind: 'manifest', manifest }
    } else if (name === 'contents.json') {
      const contents = readContents(bytes)
      compare(manifest, contents, tables)
      isComplete = true
      yield { kind: 'contents', contents }
    } else if (name.startsWith('files/')) {
      yield { kind: 'file', name: name.slice('files/'.length), bytes }
    } else {
      const table = partName.exec(name)?.[1]
      if (!table || isComplete) throw new BackupError(damaged)
      const part = await inflate(bytes)
      const known = tables.get(table) ?? { hash: createHash('sha256'), rows: 0, bytes: 0 }
      tables.set(table, known)
      known.hash.update(part)
      known.rows += rowsIn(part)
      known.bytes += part.length
      yield { kind: 'part', table, bytes: part }
    }
  }
  if (!isComplete) throw new BackupError(damaged)
}

async function inflate(bytes: Buffer): Promise<Buffer> {
  try {
    return await decompress(bytes, { maxOutputLength: partLimit })
  } catch {
    throw new BackupError(damaged)
  }
}

type Read = ReadonlyMap<string, { readonly hash: Hash; readonly rows: number; readonly bytes: number }>

function compare(manifest: Manifest, contents: Contents, read: Read): void {
  const names = contents.tables.map(({ name }) => name)
  if (names.join() !== manifest.tables.map(({ name }) => name).join() || [...read.keys()].some((name) => !names.includes(name)))
    throw new BackupError(damaged)
  for (const { name, rows, bytes, sha256 } of contents.tables) {
    const found = read.get(name)
    const hash = (found?.hash ?? createHash('sha256')).digest('hex')
    if ((found?.rows ?? 0) !== rows || (found?.bytes ?? 0) !== bytes || hash !== sha256)
      throw new BackupError(`The table ${name} in this backup is not as it was written (its checksum is wrong): use another copy of it.`)
  }
}
