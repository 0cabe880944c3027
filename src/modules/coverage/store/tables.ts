import type { Work } from '../../../platform/operation/index.ts'
import type { CoverageTables } from '../tables.ts'

/** The tables of this room, in the transaction of the work. */
export const tables = ({ db }: Pick<Work, 'db'>) => db.withTables<CoverageTables>()
