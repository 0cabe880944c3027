import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { openPerson } from '../../../platform/grant/index.ts'
import { defineCommand } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { assessmentDecided } from '../events.ts'
import { level, specialty } from '../queries/views.ts'
import { refuse } from '../refusals.ts'
import { lockAssessment, writeDecision } from '../store/assessment.ts'

/** What the doctor decided; the suggestion stays as it was. */
export const decide = defineCommand({
  name: 'triage.decide',
  zh: '医生决定分诊',
  en: 'Decide on an assessment',
  permission: 'triage.assessment.decide',
  input: T.Object({ assessmentId: idOf('assessment'), personId: idOf('person'), level, specialty }),
  output: T.Object({ assessmentId: idOf('assessment') }),
  refusals: ['platform.person-not-open', 'triage.assessment-unknown', 'triage.already-decided'],
  async run(work, { assessmentId, personId, ...decision }) {
    const opened = await openPerson(work, personId)
    if (!opened.ok) return opened
    const assessment = await lockAssessment(work, personId, assessmentId)
    if (!assessment) return refuse('triage.assessment-unknown')
    if (assessment.decided) return refuse('triage.already-decided')
    await writeDecision(work, assessmentId, decision)
    await work.publish(assessmentDecided.of(assessmentId, { assessmentId }))
    return ok({ assessmentId })
  },
})
