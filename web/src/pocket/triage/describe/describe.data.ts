import type { Enum } from '../../../client/enums'
import { ask as askTriage, assess, findAssessment, listAssessments, listOfferings } from '../../../client/operations'
import type { Told } from '../../../parts/complaint-fields'
import { ask } from '../../../wire/query'

/** Asked once per description: nothing else changes the answer. */
export const questions = (personId: string | undefined, told: Told) => ({
  ...ask(askTriage, { personId, ...told }),
  staleTime: Number.POSITIVE_INFINITY,
})
export const assessment = (assessmentId: string, personId: string | undefined) => ask(findAssessment, { assessmentId, personId })
export const offeringsOf = (specialty: Enum<'specialty'>) => ask(listOfferings, { specialty })
export const steps = { assess }
export const afterAssessing = [[listAssessments.id]]
