import { closeSync, createWriteStream, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { BackupError, backUp, type Made } from '../../platform/backup/index.ts'
import { systemClock } from '../../platform/clock/index.ts'
import { type Config, readConfig } from '../../platform/config/index.ts'
import { hasOwnCluster, joinOwnCluster } from '../../platform/database/index.ts'
import { modules } from '../modules.ts'
import { progressLine } from '../progress.ts'
import { version } from '../version.ts'
import { keptFiles } from './demo-files.ts'
import { UsageError, type Verb } from './verb.ts'

export const backupVerb: Verb = {
  name: 'backup',
  summary: 'copy everything into one file, while server and worker run',
  usage: `careloom backup FILE [--force]        - writes to standard output

the database of CARELOOM_DATA, or of DATABASE_URL, as one moment saw it: compressed, with checksums, a tar that any tar reads
the file holds patients' data: keep it as you keep the database

  --force   replace FILE, and what an interrupted backup left of it

docs/operations/backup.md`,
  async run(parameters) {
    const { file, force } = read(parameters)
    const config = readConfig(process.env)
    if (!config.databaseUrl && !hasOwnCluster(config.dataFolder))
      throw new BackupError(`There is no database in ${config.dataFolder}: set CARELOOM_DATA or DATABASE_URL to the one to back up.`)
    const cluster = config.databaseUrl ? null : await joinOwnCluster(config.dataFolder)
    const ownerUrl = config.databaseUrl ?? cluster?.ownerUrl ?? ''
    try {
      const made = file === '-' ? await writeTo(process.stdout, ownerUrl, config) : await writeFile(file, force, ownerUrl, config)
      console.error(
        `${file === '-' ? 'standard output' : file}: ${made.tables} tables, ${made.rows} rows, ${megabytes(made.rawBytes)} in ${megabytes(made.fileBytes)}. It holds patients' data: keep it as you keep the database.`,
      )
      return 0
    } finally {
      await cluster?.release()
    }
  },
}

function read(parameters: readonly string[]): { file: string; force: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...parameters], options: { force: { type: 'boolean' } }, allowPositionals: true })
    const [file, ...rest] = positionals
    if (!file || rest.length > 0) throw new UsageError('Name one file, or - for standard output; see careloom backup --help.')
    if (file === '-' && process.stdout.isTTY)
      throw new UsageError('A backup is no text for a terminal: name a file, or lead standard output into one.')
    return { file, force: values.force ?? false }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message)
  }
}

async function writeTo(sink: Writable, ownerUrl: string, config: Config): Promise<Made> {
  const line = progressLine()
  const clock = systemClock()
  const plan = {
    careloom: version,
    schemas: modules.map(({ name }) => name),
    files: keptFiles(config),
    now: clock.now(),
  }
  try {
    return await backUp(ownerUrl, sink, plan, (table, share) => line.show(`${Math.floor(share * 100)} % ${table}`))
  } finally {
    line.clear()
  }
}

/** Under another name until it is whole and on the disk, so that no half a backup has the name of one. */
async function writeFile(file: string, force: boolean, ownerUrl: string, config: Config): Promise<Made> {
  const part = `${file}.part`
  if (!force && existsSync(file)) throw new UsageError(`${file} is there already: take another name, or --force to replace it.`)
  const handle = open(part, file, force)
  const sink = createWriteStream('', { fd: handle, autoClose: false })
  const drop = () => rmSync(part, { force: true })
  const interrupt = (signal: NodeJS.Signals) =>
    sink.destroy(new BackupError(`The backup was interrupted by ${signal}; nothing is left of it.`))
  for (const signal of signals) process.once(signal, interrupt)
  try {
    const made = await writeTo(sink, ownerUrl, config)
    fsyncSync(handle)
    renameSync(part, file)
    syncFolder(dirname(file))
    return made
  } catch (error) {
    drop()
    throw sentenceOf(error, file)
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
    closeSync(handle)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function open(part: string, file: string, force: boolean): number {
  try {
    if (force) rmSync(part, { force: true })
    return openSync(part, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw sentenceOf(error, file)
    throw new UsageError(`${part} is there: another backup writes it, or one was killed. Take another name, or --force to begin anew.`)
  }
}

/** The name of a file is on the disk when its folder is. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function sentenceOf(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return new BackupError(`There is no room left for ${file}: make room, or write it elsewhere. Nothing is left of it.`)
  if (code && ['EACCES', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EROFS', 'EPERM'].includes(code))
    return new UsageError(`${file} cannot be written (${code}): name a file in a folder that this user may write.`)
  return error
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
