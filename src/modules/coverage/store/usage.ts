import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Used } from '../domain/plan.ts'
import { tables } from './tables.ts'

export type NewUsage = Used & {
  readonly memberId: Id<'member'>
  readonly personId: Id<'person'>
  readonly year: number
  readonly source: string
  readonly institutionIds: readonly Id<'institution'>[]
}

/** Writes what a source uses up or gives back; the same source again changes nothing. */
export async function insertUsage(work: Work, { institutionIds, ...usage }: NewUsage): Promise<void> {
  await tables(work)
    .insertInto('coverage.usage')
    .values({ id: work.newId(), ...usage, institutionIds: [...institutionIds], recordedAt: work.now })
    .onConflict((conflict) => conflict.constraint('usage_source_once').doNothing())
    .execute()
}
