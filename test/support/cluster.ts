import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrations } from '../../src/apps/system.ts'
import { toInstant } from '../../src/kernel/time.ts'
import { projectRoot } from '../../src/platform/config/index.ts'
import { joinOwnCluster, migrate, openDatabase, openPool } from '../../src/platform/database/index.ts'
import { loadOwnTerms } from '../../src/platform/terms/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the migrated template. */
    templateUrl: string
  }
}

const templateName = 'careloom_template'

/** One cluster for all test files: our own without fsync, or the one of CARELOOM_TEST_DATABASE_URL. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.CARELOOM_TEST_DATABASE_URL
  const cluster = given ? null : await joinOwnCluster(join(projectRoot, '.careloom', 'test'), { fsync: false })
  const adminUrl = given ?? cluster?.ownerUrl ?? ''
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query(`select datname from pg_database where datname like 'careloom\\_t%'`)
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`)
  await admin.query(`create database ${templateName} encoding 'UTF8' template template0`)
  await admin.end()
  const templateUrl = Object.assign(new URL(adminUrl), { pathname: `/${templateName}` }).toString()
  const database = openDatabase(openPool(await migrate(templateUrl, migrations, toInstant(0)), 1))
  await loadOwnTerms(database)
  await database.destroy()
  provide('templateUrl', templateUrl)
  return async () => cluster?.release()
}
