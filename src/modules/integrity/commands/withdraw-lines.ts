import type { Work } from '../../../platform/operation/index.ts'
import { lockHistory, takePosition } from '../store/history.ts'
import { findRecordedLines, insertWithdrawal } from '../store/review.ts'

/** What is taken back of a line. */
type Withdrawn = { readonly lineId: string; readonly quantity: number; readonly amountFen: bigint }

/** A line that was cancelled or given back counts less from now on. One that was never reviewed counts for nothing, so nothing is taken back. */
export async function withdrawLines(work: Work, withdrawn: readonly Withdrawn[]): Promise<void> {
  const recorded = await findRecordedLines(
    work,
    withdrawn.map(({ lineId }) => lineId),
  )
  const personIds = [...new Set(recorded.map(({ personId }) => personId))].toSorted()
  for (const personId of personIds) await lockHistory(work, personId)
  for (const line of withdrawn) {
    const known = recorded.find(({ lineId }) => lineId === line.lineId)
    if (known) await insertWithdrawal(work, { ...line, ...known, position: await takePosition(work, known.personId) })
  }
}
