import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { stopsBooking } from '../domain/booking.ts'
import { rulesOn } from '../domain/rule-set.ts'
import { findEmergencyPlaces, placeText } from '../places.ts'
import { refuse } from '../refusals.ts'
import { type AssessmentRow, findAssessmentRow, listAssessmentRows } from '../store/assessment.ts'

export const overridePermission = 'triage.red-flag.override'

type Asked = { readonly assessmentId?: Id<'assessment'> | undefined; readonly overrideReason?: string | undefined }
type Answered = { readonly assessmentId: Id<'assessment'> | null; readonly overrideReason: string | null }

/**
 * Whether a visit may be booked for an opened person: a red flag of the given assessment, or of her newest one that still stands without
 * a doctor's decision, stops it. Who may override states a reason, which is answered to be kept with the visit.
 */
export async function askBooking(
  work: Work,
  personId: Id<'person'>,
  { assessmentId, overrideReason }: Asked,
): Promise<Result<Answered, 'triage.red-flag' | 'triage.assessment-unknown'>> {
  const given = assessmentId && (await findAssessmentRow(work, personId, assessmentId))
  if (assessmentId && !given) return refuse('triage.assessment-unknown')
  const stopping = [given, await findStanding(work, personId)].find((row) => row && stopsBooking(row))
  if (!stopping) return ok({ assessmentId: assessmentId ?? null, overrideReason: null })
  if (overrideReason && work.actor.permissions.has(overridePermission)) return ok({ assessmentId: stopping.id, overrideReason })
  const [nearest] = await findEmergencyPlaces(work)
  return refuse('triage.red-flag', { sign: signOf(stopping), place: placeText(nearest) })
}

/** The newest assessment, while it is young enough and no doctor has decided. */
async function findStanding(work: Work, personId: Id<'person'>): Promise<AssessmentRow | undefined> {
  const [newest] = await listAssessmentRows(work, personId, null, 1)
  const { standsHours } = rulesOn(dateIn(defaultZone, work.now))
  return newest && newest.decidedAt === null && newest.madeAt > plus(work.now, { hours: -standsHours }) ? newest : undefined
}

const signOf = ({ evidence }: AssessmentRow) => {
  const [sign = evidence.grounds[0]] = evidence.signs
  return { zh: sign?.zh ?? '', en: sign?.en ?? '' }
}
