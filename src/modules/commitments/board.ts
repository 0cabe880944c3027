import type { Id } from '../../kernel/id.ts'
import { tell } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'

/** Topic of what an institution owes. */
export const boardTopic = 'commitments.board'

/** Tells the boards of these institutions that something on them has changed. */
export async function tellBoards(work: Work, ...institutionIds: readonly Id<'institution'>[]): Promise<void> {
  for (const id of new Set(institutionIds)) await tell(work, boardTopic, id)
}
