import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { planYearOf, type Used } from '../domain/plan.ts'
import { lockMember } from '../store/member.ts'
import { insertUsage } from '../store/usage.ts'

export type UsageRequest = Used & {
  readonly memberId: Id<'member'>
  readonly date: PlainDate
  /** `billing.bill:<id>`: each source counts once. */
  readonly source: string
}

/** Adds to what is used up of a member's year, in fen; a negative amount gives back. The same source again changes nothing. */
export async function recordUsage(work: Work, { memberId, date, ...usage }: UsageRequest): Promise<void> {
  const { personId, institutionIds } = present(await lockMember(work, memberId), 'the member whose cover was used')
  await insertUsage(work, { ...usage, memberId, personId, institutionIds, year: planYearOf(date) })
}
