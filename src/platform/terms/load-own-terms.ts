import type { Database } from '../database/index.ts'
import { everything, transact } from '../transaction/index.ts'
import { ownDigest, ownTerms } from './own-lists.ts'
import { lockEdition, saveEdition, writeTerms } from './store.ts'

/** Brings our own lists into a migrated database; does nothing where this edition is there. */
export async function loadOwnTerms(database: Database): Promise<void> {
  const terms = ownTerms()
  const digest = ownDigest(terms)
  await transact(database, everything, async (db) => {
    if ((await lockEdition(db)) !== digest) {
      await writeTerms(db, terms, false)
      await saveEdition(db, digest)
    }
    return { commit: true, value: null }
  })
}
