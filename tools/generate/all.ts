import pg from 'pg'
import { modules } from '../../src/apps/modules.ts'
import { roles } from '../../src/apps/roles.ts'
import { migrations } from '../../src/apps/system.ts'
import { toInstant } from '../../src/kernel/time.ts'
import { standingClock } from '../../src/platform/clock/index.ts'
import { openDatabase, openPool } from '../../src/platform/database/index.ts'
import { createServer } from '../../src/platform/http/index.ts'
import { createLog } from '../../src/platform/log/index.ts'
import { createRuntime } from '../../src/platform/operation/runtime.ts'
import { clientFiles } from './client.ts'
import { indicatorsPage } from './indicators.ts'
import { referencePages } from './reference.ts'
import { tableTypes } from './table-types.ts'

/** Every generated file of the checkout: path -> text. */
export async function generateAll(ownerUrl: string): Promise<Map<string, string>> {
  return new Map([
    ...(await tableFiles(ownerUrl)),
    ...clientFiles(),
    ...referencePages(),
    ['docs/reference/openapi.json', await openapi(ownerUrl)],
    ['docs/reference/indicators.md', await indicatorsPage(ownerUrl)],
  ])
}

async function tableFiles(ownerUrl: string): Promise<[string, string][]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const files: [string, string][] = []
    for (const { room } of migrations)
      files.push([room === 'platform' ? 'src/platform/tables.ts' : `src/modules/${room}/tables.ts`, await tableTypes(client, room)])
    return files
  } finally {
    await client.end()
  }
}

/** The contract as the server itself answers it. */
async function openapi(ownerUrl: string): Promise<string> {
  const database = openDatabase(openPool(ownerUrl, 1))
  const server = await createServer(
    createRuntime({ database, clock: standingClock(toInstant(0)), log: createLog('silent'), modules, roles }),
    ownerUrl,
  )
  try {
    const { body } = await server.inject('/openapi.json')
    return `${JSON.stringify(JSON.parse(body), null, 2)}\n`
  } finally {
    await server.close()
    await database.destroy()
  }
}
