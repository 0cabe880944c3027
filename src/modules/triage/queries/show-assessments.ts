import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openAsked } from '../../../platform/grant/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, page, pageKey, parsePageKey } from '../../../platform/operation/schema.ts'
import { stopsBooking } from '../domain/booking.ts'
import { findEmergencyPlaces } from '../places.ts'
import { refuse } from '../refusals.ts'
import { type AssessmentRow, findAssessmentRow, listAssessmentRows } from '../store/assessment.ts'
import { assessmentView, placesView, viewOfAssessment } from './views.ts'

const limit = 20
const viewOf = (row: AssessmentRow) => viewOfAssessment(row, stopsBooking(row))

export const findAssessment = defineQuery({
  name: 'triage.find-assessment',
  zh: '一次分诊',
  en: 'One assessment',
  permission: 'triage.assessment.read',
  input: T.Object({ assessmentId: idOf('assessment'), personId: T.Optional(idOf('person')) }),
  output: T.Object({
    assessment: assessmentView,
    /** Where to go now; none where nothing stops a booking. */
    places: placesView,
  }),
  refusals: ['platform.person-not-open', 'triage.assessment-unknown'],
  async run(work, { assessmentId, personId }) {
    const opened = await openAsked(work, personId)
    if (!opened.ok) return opened
    const row = await findAssessmentRow(work, opened.value.personId, assessmentId)
    if (!row) return refuse('triage.assessment-unknown')
    return ok({ assessment: viewOf(row), places: stopsBooking(row) ? await findEmergencyPlaces(work) : [] })
  },
})

/** Assessments of a person, the newest first. */
export const listAssessments = defineQuery({
  name: 'triage.list-assessments',
  zh: '分诊记录',
  en: 'Assessments',
  permission: 'triage.assessment.read',
  input: T.Object({ personId: T.Optional(idOf('person')), after: T.Optional(T.String()) }),
  output: page(assessmentView),
  refusals: ['platform.person-not-open'],
  async run(work, { personId, after }) {
    const opened = await openAsked(work, personId)
    if (!opened.ok) return opened
    const key = parsePageKey(after)
    const rows = await listAssessmentRows(work, opened.value.personId, key ? { madeAt: key[0] ?? '', id: key[1] ?? '' } : null, limit + 1)
    const items = rows.slice(0, limit).map(viewOf)
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.madeAt, last.id) : null })
  },
})
