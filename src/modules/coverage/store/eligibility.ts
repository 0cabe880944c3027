import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { EligibilityAnswer } from '../domain/eligibility.ts'
import type { Used } from '../domain/plan.ts'
import type { Member } from './member.ts'
import { tables } from './tables.ts'

/** Of a member's year, what the payer has answered to claims of ours, over all networks. */
export async function findAnswered(work: Work, memberId: Id<'member'>, year: number): Promise<Used> {
  const { rows } = await sql<Used>`
    select coalesce(sum(c.answered_deductible_fen), 0)::bigint as deductible_fen, coalesce(sum(l.answered_fen), 0)::bigint as benefit_fen
    from coverage.claim c left join lateral (select sum(answered_fen) as answered_fen from coverage.claim_line where claim_id = c.id) l on true
    where c.member_id = ${memberId} and extract(year from c.service_date) = ${year}`.execute(work.db)
  return rows[0] ?? { deductibleFen: 0n, benefitFen: 0n }
}

/** Keeps what the payer said of a member's year; the last answer holds. */
export async function saveEligibility(
  work: Work,
  { id: memberId, personId, institutionIds }: Member,
  year: number,
  { state, reason }: EligibilityAnswer,
  elsewhere: Used,
): Promise<void> {
  const said = {
    state,
    reason,
    asOf: work.now,
    deductibleElsewhereFen: elsewhere.deductibleFen,
    benefitElsewhereFen: elsewhere.benefitFen,
  }
  await tables(work)
    .insertInto('coverage.eligibility')
    .values({ memberId, year, personId, institutionIds: [...institutionIds], ...said })
    .onConflict((conflict) => conflict.columns(['memberId', 'year']).doUpdateSet(said))
    .execute()
}
