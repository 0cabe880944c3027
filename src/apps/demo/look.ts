import type { RawBuilder } from 'kysely'
import type { Runtime } from '../../platform/operation/runtime.ts'
import { everything, transact } from '../../platform/transaction/index.ts'

/** Rows of all owners, for who plays all of them. */
export const look = <Row>(runtime: Runtime, query: RawBuilder<Row>): Promise<readonly Row[]> =>
  transact(runtime.database, everything, async (db) => ({ commit: true, value: (await query.execute(db)).rows }))
