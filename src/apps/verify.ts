import { sql } from 'kysely'
import { startWatch } from '../platform/clock/index.ts'
import type { Invariant } from '../platform/operation/index.ts'
import type { Runtime } from '../platform/operation/runtime.ts'
import { everything, transact } from '../platform/transaction/index.ts'

export type Verified = Pick<Invariant, 'name' | 'zh' | 'en'> & { readonly broken: readonly object[]; readonly milliseconds: number }

/** Asks every invariant of every room over all owners, each against one moment of the database, whoever is writing meanwhile. */
export async function* verifyAll({ modules, database, clock }: Runtime): AsyncGenerator<Verified> {
  for (const { name, zh, en, findBroken } of invariantsOf(modules)) {
    const elapsed = startWatch()
    const broken = await transact(database, everything, async (db) => {
      await sql`set transaction isolation level repeatable read, read only`.execute(db)
      return { commit: false, value: await findBroken(db, clock.now()) }
    })
    yield { name, zh, en, broken, milliseconds: Math.round(elapsed()) }
  }
}

export const invariantsOf = (modules: Runtime['modules']): readonly Invariant[] => modules.flatMap(({ invariants }) => invariants ?? [])
