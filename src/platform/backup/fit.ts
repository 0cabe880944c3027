import { type Migration, type MigrationFile, readMigrations } from '../database/index.ts'
import { BackupError } from './error.ts'
import type { Manifest } from './manifest.ts'

/** The migrations that made the tables of a backup, as this checkout has them, in the order they are applied in. @throws BackupError */
export function checkMigrations({ careloom, migrations }: Manifest, rooms: readonly Migration[]): MigrationFile[] {
  const own = rooms.flatMap(readMigrations)
  for (const { room, file, hash } of migrations) {
    const found = own.find((one) => one.room === room && one.file === file)
    if (!found)
      throw new BackupError(
        `This backup was made by a newer Careloom (${careloom}), which has the migration ${room}/${file}: update this checkout, then restore.`,
      )
    if (found.hash !== hash)
      throw new BackupError(
        `The migration ${room}/${file} of this checkout is not the one that the backup was made with: restore with an unchanged checkout of Careloom ${careloom}.`,
      )
  }
  return own.filter(({ room, file }) => migrations.some((one) => one.room === room && one.file === file))
}
