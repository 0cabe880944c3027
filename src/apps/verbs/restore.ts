import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { BackupError, type Restored, restore, verifyBackup } from '../../platform/backup/index.ts'
import { systemClock } from '../../platform/clock/index.ts'
import { type Config, readConfig } from '../../platform/config/index.ts'
import { joinOwnCluster } from '../../platform/database/index.ts'
import { progressLine } from '../progress.ts'
import { migrations } from '../system.ts'
import { megabytes } from './backup.ts'
import { putFiles } from './demo-files.ts'
import { UsageError, type Verb } from './verb.ts'

export const restoreVerb: Verb = {
  name: 'restore',
  summary: 'bring a backup into an empty data folder or database, all or nothing',
  usage: `careloom restore FILE        - reads standard input

reads the whole file and checks it before anything is changed, then loads it in one transaction and migrates it to this version;
CARELOOM_DATA must name a folder without a database, or DATABASE_URL an empty database
standard input cannot be read twice: it is checked while it is loaded, and stays only if all of it is right

docs/operations/backup.md`,
  async run([file, ...rest]) {
    if (!file || rest.length > 0 || (file.startsWith('-') && file !== '-'))
      throw new UsageError('Name one file, or - for standard input; see careloom restore --help.')
    const config = readConfig(process.env)
    const line = progressLine()
    try {
      if (file !== '-')
        await verifyBackup(
          readFile(file, (share) => line.show(`checking ${share} %`)),
          migrations,
        )
      const restored = await load(file, config, line)
      line.clear()
      console.log(
        `${restored.manifest.tables.length} tables, ${restored.rows} rows, ${megabytes(restored.rawBytes)}, as they were at ${restored.manifest.madeAt}. Everybody has to sign in again.`,
      )
      return 0
    } finally {
      line.clear()
    }
  },
}

async function load(file: string, config: Config, line: ReturnType<typeof progressLine>): Promise<Restored> {
  const cluster = config.databaseUrl ? null : await joinOwnCluster(config.dataFolder, { filling: 'restore' })
  try {
    const clock = systemClock()
    let done = 0
    const source = file === '-' ? process.stdin : readFile(file, (share) => (done = share))
    const plan = {
      name: file === '-' ? 'standard input' : basename(file),
      rooms: migrations,
      emptyOne: config.databaseUrl
        ? "make an empty database (create database … encoding 'UTF8' template template0) and set DATABASE_URL to it."
        : 'set CARELOOM_DATA to a new folder.',
      marked: () => cluster?.unmark(),
      now: clock.now(),
    }
    const restored = await restore(config.databaseUrl ?? cluster?.ownerUrl ?? '', source, plan, (step) => line.show(`${done} % ${step}`))
    putFiles(config, restored.files)
    return restored
  } finally {
    cluster?.unmark()
    await cluster?.release()
  }
}

/** A file from its beginning, with the percentage that was read. */
async function* readFile(file: string, read: (share: number) => void): AsyncGenerator<Buffer> {
  try {
    const { size } = statSync(file)
    let bytes = 0
    for await (const part of createReadStream(file, { highWaterMark: 1 << 18 })) {
      bytes += part.length
      read(Math.floor((bytes / size) * 100))
      yield part
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code && !(error instanceof BackupError)
      ? new UsageError(`${file} cannot be read (${code}): name a file that “careloom backup” has made.`)
      : error
  }
}
