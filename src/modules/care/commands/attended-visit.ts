import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findAttendance } from '../../booking/index.ts'

/** The visit and the acting institution, which has a part in it; who has none does not learn that there is one. */
export async function attendedVisit(work: Work, visitId: Id<'visit'>) {
  const attendance = await findAttendance(work, visitId)
  const institutionId = work.actor.institutionId
  if (!attendance || institutionId === null || !attendance.institutionIds.includes(institutionId))
    return refusePlatform('platform.not-found')
  return ok({ ...attendance, institutionId })
}
