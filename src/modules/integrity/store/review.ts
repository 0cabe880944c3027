import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Claim, ClaimLine, ReviewMoment } from '../domain/claim.ts'
import type { Answer, AnsweredReview } from '../domain/review.ts'
import type { IntegrityTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<IntegrityTables>()

export async function findReviewOf({ db }: Work, claimId: string, moment: ReviewMoment): Promise<Id<'review'> | null> {
  const {
    rows: [row],
  } = await sql<{ id: Id<'review'> }>`select id from integrity.review where claim_id = ${claimId} and moment = ${moment}`.execute(db)
  return row?.id ?? null
}

/** Who may see what is kept of a claim: who orders or delivers, and who reviews. */
export const institutionsOf = ({ actor }: Work, { institutionId }: Claim): Id<'institution'>[] => [
  ...new Set([institutionId, ...(actor.institutionId ? [actor.institutionId] : [])]),
]

/** Writes a review at its position: facts, lines, what the rules said and what was answered. */
export async function insertReview(
  work: Work,
  { moment, claim, verdicts, answers }: AnsweredReview,
  position: number,
): Promise<Id<'review'>> {
  const reviewId = work.newId<'review'>()
  const { claimId, networkId, personId, visitId, institutionId, sex, birthDate, visitType, diagnoses, lines } = claim
  const of = { personId, institutionIds: institutionsOf(work, claim) }
  await tables(work)
    .insertInto('integrity.review')
    .values({
      ...{ id: reviewId, claimId, moment, networkId, ...of, visitId, institutionId, position },
      facts: JSON.stringify({ sex, birthDate, visitType, diagnoses }),
      reviewedAt: work.now,
      reviewedBy: work.actor.accountId,
    })
    .execute()
  if (lines.length > 0)
    await tables(work)
      .insertInto('integrity.reviewedLine')
      .values(lines.map(({ name, ...line }) => ({ ...line, reviewId, ...of, position, visitId, nameZh: name.zh, nameEn: name.en })))
      .execute()
  if (verdicts.length > 0)
    await tables(work)
      .insertInto('integrity.verdict')
      .values(
        verdicts.map(({ lineId, ruleCode, ruleVersion, verdict, involvedLineIds, basis, amountFen, sentence }) => {
          const answer = answers.find((one) => one.lineId === lineId && one.ruleCode === ruleCode)
          const given = answer && (answer.given ?? { by: work.actor.accountId, at: work.now })
          return {
            ...{
              id: work.newId(),
              reviewId,
              lineId,
              ...of,
              ruleCode,
              ruleVersion,
              verdict,
              involvedLineIds: [...involvedLineIds],
              amountFen,
            },
            ...{ basisZh: basis.zh, basisEn: basis.en, sentenceZh: sentence.zh, sentenceEn: sentence.en },
            ...{ reason: answer?.reason ?? null, answeredAt: given?.at ?? null, answeredBy: given?.by ?? null },
          }
        }),
      )
      .execute()
  return reviewId
}

/** The persons and owners of lines as last recorded; one that was never reviewed is missing. */
export async function findRecordedLines(work: Work, lineIds: readonly string[]) {
  const { rows } = await sql<{ lineId: string; personId: Id<'person'>; institutionIds: Id<'institution'>[] }>`
    select distinct on (line_id) line_id, person_id, institution_ids from integrity.reviewed_line
    where line_id = any (${lineIds}::text[]) order by line_id, position desc`.execute(work.db)
  return rows
}

type Withdrawal = {
  readonly personId: Id<'person'>
  readonly institutionIds: readonly Id<'institution'>[]
  readonly position: number
} & Pick<ClaimLine, 'lineId' | 'quantity'> & { readonly amountFen: bigint }

export async function insertWithdrawal(work: Work, { institutionIds, ...withdrawal }: Withdrawal): Promise<void> {
  await tables(work)
    .insertInto('integrity.withdrawal')
    .values({
      ...{ id: work.newId(), ...withdrawal, institutionIds: [...institutionIds] },
      ...{ withdrawnAt: work.now, withdrawnBy: work.actor.accountId },
    })
    .execute()
}

/** The newest answer to each finding of these lines, with who gave it. */
export async function findAnswers({ db }: Work, lineIds: readonly string[]): Promise<Answer[]> {
  type Row = Answer & { readonly by: Id<'account'>; readonly at: Instant }
  const { rows } = await sql<Row>`
    select distinct on (line_id, rule_code) line_id, rule_code, reason, answered_by as by, answered_at as at from integrity.verdict
    where line_id = any (${lineIds}::text[]) and reason is not null order by line_id, rule_code, id desc`.execute(db)
  return rows.map(({ by, at, ...answer }) => ({ ...answer, given: { by, at } }))
}
