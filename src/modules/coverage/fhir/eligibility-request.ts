import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { insurerOf, type Parties, patientOf, providerOf, requestIdentifier } from './elements.ts'

/** The question whether a member is covered on a day, and what of the year is used up, as FHIR R4 `CoverageEligibilityRequest`. */
export const eligibilityRequest = (parties: Parties, messageId: string, date: PlainDate, created: Instant) => ({
  resourceType: 'CoverageEligibilityRequest',
  identifier: [requestIdentifier(messageId)],
  status: 'active',
  purpose: ['benefits', 'validation'],
  patient: patientOf(parties),
  servicedDate: date,
  created,
  provider: providerOf(parties),
  insurer: insurerOf(parties),
  insurance: [{ focal: true, coverage: patientOf(parties) }],
})
