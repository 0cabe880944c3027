import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { reviewMoments } from '../domain/claim.ts'
import { foundVerdicts } from '../domain/verdict.ts'
import { type FindingRow, listFindingRows } from '../store/finding.ts'
import { findingsTopic } from '../topics.ts'

const limit = 50
const foundVerdict = words(foundVerdicts, 'verdict')

export const findingView = T.Object({
  findingId: idOf('finding'),
  verdict: foundVerdict,
  moment: words(reviewMoments, 'reviewMoment'),
  reviewedAt: instant,
  /** Null: the person is not on the institution's own card. */
  personName: nullable(T.String()),
  institution: bilingual,
  ruleCode: T.String(),
  ruleVersion: T.Integer(),
  rule: bilingual,
  line: bilingual,
  date: plainDate,
  /** In question; null: the line had no price yet. */
  amountFen: nullable(T.Integer()),
  sentence: bilingual,
  /** Why it was let pass; null: nothing had to be answered. */
  reason: nullable(T.String()),
})

const fen = (amount: bigint | null): number | null => (amount === null ? null : Number(amount))

export const viewOfFinding = (row: FindingRow): T.Static<typeof findingView> => {
  const { findingId, verdict, moment, reviewedAt, personName, institution, ruleCode, ruleVersion, rule, line, date, sentence, reason } = row
  const shown = {
    findingId,
    verdict,
    moment,
    reviewedAt,
    personName,
    institution,
    ruleCode,
    ruleVersion,
    rule,
    line,
    date,
    sentence,
    reason,
  }
  return { ...shown, amountFen: fen(row.amountFen) }
}

/** What reviews found or could not check, in claims the acting institution has a part in. */
export const listFindings = defineQuery({
  name: 'integrity.list-findings',
  zh: '规则审核发现',
  en: 'Findings of the review',
  permission: 'integrity.finding.read',
  input: T.Object({ rule: T.Optional(T.String({ maxLength: 20 })), verdict: T.Optional(foundVerdict), after: T.Optional(T.String()) }),
  output: T.Object({ ...page(findingView).properties, live: liveView }),
  refusals: [],
  async run(work, { rule, verdict, after }) {
    const live = await includes(work, findingsTopic, work.actor.institutionId ?? work.actor.accountId)
    const [before = null] = parsePageKey(after) ?? []
    const rows = await listFindingRows(work, { rule, verdict }, before, limit + 1)
    const items = rows.slice(0, limit).map(viewOfFinding)
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.findingId) : null, live })
  },
})
