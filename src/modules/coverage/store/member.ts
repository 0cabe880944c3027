import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'
import { tables } from './tables.ts'

export type Member = {
  readonly id: Id<'member'>
  readonly personId: Id<'person'>
  readonly productId: Id<'product'>
  readonly policyNumber: string
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
  readonly institutionIds: readonly Id<'institution'>[]
}

export async function insertMember(
  work: Work,
  member: Member,
): Promise<Result<null, 'coverage.member-overlaps' | 'coverage.policy-taken'>> {
  const { institutionIds, policyNumber } = member
  try {
    await tables(work)
      .insertInto('coverage.member')
      .values({ ...member, institutionIds: [...institutionIds], recordedAt: work.now })
      .execute()
    return ok(null)
  } catch (error) {
    if (violates(error, 'one_cover_at_a_time')) return refuse('coverage.member-overlaps', { policyNumber })
    if (violates(error, 'policy_once')) return refuse('coverage.policy-taken', { policyNumber })
    throw error
  }
}

/** The row that rivals lock before they count a member's money. */
export async function lockMember(work: Work, id: Id<'member'>): Promise<(Member & { readonly payerId: Id<'payer'> }) | undefined> {
  const { rows } = await sql<Member & { payerId: Id<'payer'> }>`
    select m.id, m.person_id, m.product_id, m.policy_number, m.valid_from, m.valid_until, m.institution_ids, r.payer_id
    from coverage.member m join coverage.product r on r.id = m.product_id where m.id = ${id} for no key update of m`.execute(work.db)
  return rows[0]
}

export async function saveMemberEnd(work: Work, id: Id<'member'>, validUntil: PlainDate): Promise<void> {
  await tables(work).updateTable('coverage.member').set({ validUntil, endedAt: work.now }).where('id', '=', id).execute()
}
