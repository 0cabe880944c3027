import { ask as askTriage, assess, decide, findAssessment, findVisit, listAssessments } from '../../client/operations'
import type { Told } from '../../parts/complaint-fields'
import { ask } from '../../wire/query'

/** Asked once per description: nothing else changes the answer, and each look at a person is written down. */
export const questions = (personId: string, told: Told) => ({
  ...ask(askTriage, { personId, ...told }),
  staleTime: Number.POSITIVE_INFINITY,
})
export const assessment = (assessmentId: string, personId: string) => ({
  ...ask(findAssessment, { assessmentId, personId }),
  staleTime: 60_000,
})
export const assessments = (personId: string) => ask(listAssessments, { personId })
export const visit = (visitId: string) => ask(findVisit, { visitId })
export const steps = { assess, decide }
export const afterAssessing = [[findAssessment.id], [listAssessments.id]]
