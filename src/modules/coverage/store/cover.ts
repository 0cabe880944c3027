import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Cover, commonDays, type PlanTerms, planOf, planYearOf, type Used } from '../domain/plan.ts'

type CoverRow = {
  memberId: Id<'member'>
  payerId: Id<'payer'>
  payerZh: string
  payerEn: string
  productZh: string
  productEn: string
  policyNumber: string
  planVersionId: Id<'plan-version'>
  terms: PlanTerms
  discountBasisPoints: number
  memberFrom: PlainDate
  memberUntil: PlainDate | null
  versionFrom: PlainDate
  versionUntil: PlainDate | null
  contractFrom: PlainDate
  contractUntil: PlainDate | null
  state: 'confirmed' | 'refused' | null
  asOf: Instant | null
  usedDeductibleFen: bigint
  usedBenefitFen: bigint
}

/**
 * The cover of a person in a network on a day, with what is used up of its year by now; null: none. Without a network: as it is, whoever
 * may bill it, at list prices. The person is open, or the work has a network scope. Who counts her money afterwards calls `lockCover`.
 */
export async function findCover(
  work: Work,
  personId: Id<'person'>,
  networkId: Id<'network'> | null,
  date: PlainDate,
): Promise<Cover | null> {
  const year = planYearOf(date)
  const { rows } = await sql<CoverRow>`
    select m.id as member_id, p.id as payer_id, p.name_zh as payer_zh, p.name_en as payer_en, r.name_zh as product_zh, r.name_en as product_en,
      m.policy_number, v.id as plan_version_id, v.terms, coalesce(c.discount_basis_points, 0) as discount_basis_points,
      m.valid_from as member_from, m.valid_until as member_until, v.valid_from as version_from, v.valid_until as version_until,
      coalesce(c.valid_from, v.valid_from) as contract_from, c.valid_until as contract_until, e.state, e.as_of,
      coalesce(u.deductible_fen, 0)::bigint + coalesce(e.deductible_elsewhere_fen, 0) as used_deductible_fen,
      coalesce(u.benefit_fen, 0)::bigint + coalesce(e.benefit_elsewhere_fen, 0) as used_benefit_fen
    from coverage.member m join coverage.product r on r.id = m.product_id join coverage.payer p on p.id = r.payer_id
    join coverage.plan_version v on v.product_id = r.id and daterange(v.valid_from, v.valid_until, '[]') @> ${date}::date
    left join coverage.contract c on c.payer_id = p.id and c.network_id = ${networkId} and daterange(c.valid_from, c.valid_until, '[]') @> ${date}::date
    left join coverage.eligibility e on e.member_id = m.id and e.year = ${year}
    left join lateral (select sum(deductible_fen) as deductible_fen, sum(benefit_fen) as benefit_fen
      from coverage.usage where member_id = m.id and year = ${year}) u on true
    where m.person_id = ${personId} and daterange(m.valid_from, m.valid_until, '[]') @> ${date}::date
      and (c.id is not null or ${networkId}::uuid is null)`.execute(work.db)
  return rows[0] ? coverOf(rows[0]) : null
}

/** The same with the member's row locked until the end of the transaction, so that two bills at once do not both take what is left. */
export async function lockCover(work: Work, personId: Id<'person'>, networkId: Id<'network'>, date: PlainDate): Promise<Cover | null> {
  await sql`select from coverage.member where person_id = ${personId} and daterange(valid_from, valid_until, '[]') @> ${date}::date
    order by id for no key update`.execute(work.db)
  return findCover(work, personId, networkId, date)
}

function coverOf(row: CoverRow): Cover {
  const used: Used = { deductibleFen: row.usedDeductibleFen, benefitFen: row.usedBenefitFen }
  const days = commonDays([
    { validFrom: row.memberFrom, validUntil: row.memberUntil },
    { validFrom: row.versionFrom, validUntil: row.versionUntil },
    { validFrom: row.contractFrom, validUntil: row.contractUntil },
  ])
  return {
    memberId: row.memberId,
    payerId: row.payerId,
    payerName: { zh: row.payerZh, en: row.payerEn },
    productName: { zh: row.productZh, en: row.productEn },
    policyNumber: row.policyNumber,
    planVersionId: row.planVersionId,
    plan: planOf(row.terms, row.discountBasisPoints, days),
    used,
    eligibility: { state: row.state ?? 'not-confirmed', asOf: row.asOf },
  }
}

/** What the payer said when it last refused the member. */
export async function findRefusalReason(work: Work, memberId: Id<'member'>): Promise<string | null> {
  const { rows } = await sql<{ reason: string | null }>`
    select reason from coverage.eligibility where member_id = ${memberId} and state = 'refused' order by year desc limit 1`.execute(work.db)
  return rows[0]?.reason ?? null
}
