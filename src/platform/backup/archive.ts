import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'
import { BackupError, damaged } from './error.ts'

// A backup is a tar file that any tar reads. Its last member is the SHA-256 of all bytes before that member, so that nothing in it can be
// lost or changed unseen, headers and padding included.

const endOfTar = 1024
const lastMember = 'sha256'
const tailBytes = 512 + 512 + endOfTar
const memberLimit = 1 << 26

export type ArchiveWriter = {
  /** Waits as long as the file is slower than who writes. */
  add(name: string, bytes: Buffer): Promise<void>
  /** Bytes of the whole file, when all is handed over. */
  end(): Promise<number>
  abort(error: Error): Promise<void>
}

export function writeArchive(sink: Writable): ArchiveWriter {
  const pack = tar.pack()
  let size = 0
  async function* whole() {
    const hash = createHash('sha256')
    for await (const part of holdBack(pack as unknown as AsyncIterable<Buffer>, endOfTar, () => undefined)) {
      hash.update(part)
      size += part.length
      yield part
    }
    const tail = await tailOf(hash.digest('hex'))
    size += tail.length
    yield tail
  }
  const done = pipeline(Readable.from(whole(), { objectMode: false }), sink, { end: sink !== process.stdout })
  const failed = new Promise<never>((_, reject) => done.catch(reject))
  failed.catch(() => undefined)
  return {
    async add(name, bytes) {
      if (pack.destroying) return failed
      const entry = pack.entry({ name, size: bytes.length, mode: 0o600 })
      const finished = once(entry, 'close')
      finished.catch(() => undefined)
      entry.end(bytes)
      await Promise.race([finished, failed])
    },
    async end() {
      pack.finalize()
      await done
      return size
    },
    async abort(error) {
      pack.destroy(error)
      await done.catch(() => undefined)
    },
  }
}

export type Member = { readonly name: string; readonly bytes: Buffer }

/** The members of an archive in their order; ends well only if every byte is as it was written. @throws BackupError */
export async function* readArchive(source: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const hash = createHash('sha256')
  let tail: Buffer = Buffer.alloc(0)
  let unreadable: unknown = null
  async function* members() {
    try {
      for await (const part of holdBack(source, tailBytes, (rest) => {
        tail = rest
      })) {
        hash.update(part)
        yield part
      }
    } catch (error) {
      unreadable = error
      throw error
    }
    yield Buffer.alloc(endOfTar)
  }
  const extract = tar.extract()
  const fed = pipeline(Readable.from(members(), { objectMode: false }), extract as unknown as Writable)
  fed.catch(() => undefined)
  try {
    for await (const entry of extract) {
      if ((entry.header.size ?? 0) > memberLimit) throw new BackupError(damaged)
      yield { name: entry.header.name, bytes: await buffer(entry as unknown as AsyncIterable<Buffer>) }
    }
    await fed
  } catch (error) {
    throw unreadable ?? (error instanceof BackupError ? error : new BackupError(damaged))
  } finally {
    extract.destroy()
  }
  if (!tail.equals(await tailOf(hash.digest('hex')))) throw new BackupError(damaged)
}

/** The last member and the end of the tar. */
function tailOf(sha256: string): Promise<Buffer> {
  const pack = tar.pack()
  pack.entry({ name: lastMember, mode: 0o600, mtime: new Date(0) }, `${sha256}\n`)
  pack.finalize()
  return buffer(pack as unknown as AsyncIterable<Buffer>)
}

/** Everything but the last bytes, which are handed over when the source ends. */
async function* holdBack(source: AsyncIterable<Buffer>, bytes: number, keep: (rest: Buffer) => void): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0)
  for await (const part of source) {
    const all = held.length > 0 ? Buffer.concat([held, part]) : part
    const passed = Math.max(0, all.length - bytes)
    if (passed > 0) yield all.subarray(0, passed)
    held = Buffer.from(all.subarray(passed))
  }
  keep(held)
}
