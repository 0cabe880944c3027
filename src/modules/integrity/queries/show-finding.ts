import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { findFinding, findInvolvedLines } from '../store/finding.ts'
import { findingView, viewOfFinding } from './list-findings.ts'

/** One finding with all that was kept to explain it: basis, lines, amount, and who answered what. */
export const showFinding = defineQuery({
  name: 'integrity.show-finding',
  zh: '一条审核发现',
  en: 'A finding',
  permission: 'integrity.finding.read',
  input: T.Object({ findingId: idOf('finding') }),
  output: T.Object({
    ...findingView.properties,
    basis: bilingual,
    quantity: T.Number(),
    lineAmountFen: nullable(T.Integer()),
    /** Earlier lines it was counted with, as far as the institution may see them. */
    involved: T.Array(T.Object({ lineId: T.String(), name: bilingual, quantity: T.Number(), date: plainDate })),
    /** How many more there are, of other institutions. */
    involvedElsewhere: T.Integer(),
    reviewedBy: bilingual,
    answeredAt: nullable(instant),
    answeredBy: nullable(bilingual),
  }),
  refusals: ['platform.not-found'],
  async run(work, { findingId }) {
    const found = await findFinding(work, findingId)
    if (!found) return refuse('platform.not-found')
    const { basis, quantity, lineAmountFen, involvedLineIds, reviewedBy, answeredAt, answeredBy } = found
    const involved = await findInvolvedLines(work, involvedLineIds)
    const names = await findAccountNames(work, [reviewedBy, ...(answeredBy ? [answeredBy] : [])])
    const nameOf = (id: string) => names.get(id) ?? { zh: '', en: '' }
    return ok({
      ...viewOfFinding(found),
      ...{ basis, quantity, involved, answeredAt },
      lineAmountFen: lineAmountFen === null ? null : Number(lineAmountFen),
      involvedElsewhere: involvedLineIds.length - involved.length,
      reviewedBy: nameOf(reviewedBy),
      answeredBy: answeredBy && nameOf(answeredBy),
    })
  },
})
