import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { UsageError } from './verb.ts'

/** The bytes of a file; `-` is standard input. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await buffer(file === '-' ? process.stdin : createReadStream(file))
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`)
  }
}
