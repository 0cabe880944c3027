import type { Work } from '../../platform/operation/index.ts'
import { findOwnPractitioner } from '../../platform/session/index.ts'
import { type Reader, readerOf } from './domain/reader.ts'
import { findOperated } from './store/settlement.ts'

/** What the actor may read of statements. The caller has network scope and shows nothing else. */
export async function findReader(work: Work): Promise<Reader> {
  const { institutionId, kind } = work.actor
  const operated = institutionId || kind === 'system' ? await findOperated(work, institutionId) : []
  return readerOf(
    work.actor,
    await findOwnPractitioner(work),
    operated.map(({ id }) => id),
  )
}
