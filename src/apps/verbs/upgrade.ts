import { parseArgs } from 'node:util'
import { readConfig } from '../../platform/config/index.ts'
import { progressLine } from '../progress.ts'
import { upgrade } from '../upgrade.ts'
import { UsageError, type Verb } from './verb.ts'

export const upgradeVerb: Verb = {
  name: 'upgrade',
  summary: 'copy the database of a data folder from an older PostgreSQL into the one of this version',
  usage: `careloom upgrade [--programs FOLDER]        every server and worker must be stopped

the old database is read with its own programs and stays where it is, untouched, until you remove it

  --programs FOLDER   where postgres and pg_ctl of the old version are; else the usual places are looked through

docs/operations/backup.md`,
  async run(parameters) {
    const programs = read(parameters)
    const config = readConfig(process.env)
    if (config.databaseUrl)
      throw new UsageError('DATABASE_URL names a PostgreSQL that is not ours: back it up and restore it into one of the newer version.')
    const line = progressLine()
    try {
      const { from, to, oldFolder, restored } = await upgrade(config.dataFolder, programs, (step) => line.show(step))
      line.clear()
      console.log(
        `PostgreSQL ${from} -> ${to}: ${restored.manifest.tables.length} tables, ${restored.rows} rows. Everybody has to sign in again.\nThe old database is kept in ${oldFolder}: remove that folder when you no longer want it.`,
      )
      return 0
    } finally {
      line.clear()
    }
  },
}

function read(parameters: readonly string[]): string | null {
  try {
    return parseArgs({ args: [...parameters], options: { programs: { type: 'string' } } }).values.programs ?? null
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}
