import type { FactStatus } from '../fact.ts'
import { calledBy, isCoded, namedBy, noteOf, sayConcept, sayConcepts, sayQuantity } from './concept.ts'
import { type Context, type Draft, draft } from './draft.ts'
import type { Concept } from './element.ts'
import type { Shape } from './shape.ts'

const isError = (verification: Concept | undefined) => isCoded(verification, 'entered-in-error')

/** What is or was the matter; a refuted condition is none. */
export function conditionFacts(condition: Shape<'Condition'>, context: Context): Draft[] {
  const { clinicalStatus, verificationStatus, code, abatementDateTime, abatementPeriod, onsetDateTime, onsetPeriod } = condition
  const named = namedBy(code)
  if (!named || isCoded(verificationStatus, 'refuted')) return []
  const abated = abatementDateTime ?? abatementPeriod?.end ?? abatementPeriod?.start
  const over =
    isCoded(clinicalStatus, 'inactive', 'remission', 'resolved') ||
    (!clinicalStatus && (abated !== undefined || condition.abatementString !== undefined || condition.abatementBoolean === true))
  const status: FactStatus = isError(verificationStatus) ? 'entered-in-error' : over ? 'ended' : 'active'
  const note = noteOf(
    !isCoded(verificationStatus, 'confirmed') && sayConcept(verificationStatus),
    sayConcept(condition.severity),
    condition.onsetString,
    condition.abatementString,
    ...(condition.note ?? []).map(({ text }) => text),
  )
  const dates = { begins: [onsetDateTime, onsetPeriod?.start, condition.recordedDate], ends: [abated] }
  return [draft(context, dates, { kind: 'problem', status, ...named, note })]
}

/** What was prescribed; a proposal, a draft and what was cancelled or forbidden is no medication. */
export function medicationFacts(request: Shape<'MedicationRequest'>, context: Context): Draft[] {
  const { status, intent, medicationCodeableConcept, medicationReference, dosageInstruction = [], authoredOn } = request
  const medication = medicationCodeableConcept ?? context.conceptOf(medicationReference?.reference)
  const named = namedBy(medication) ?? (medicationReference?.display === undefined ? null : calledBy(medicationReference.display))
  if (!named || request.doNotPerform === true || ['draft', 'cancelled'].includes(status) || ['proposal', 'option'].includes(intent))
    return []
  const stands = status === 'entered-in-error' ? status : ['completed', 'stopped'].includes(status) ? 'ended' : 'active'
  const note = noteOf(status === 'on-hold' && '暂停 on hold', ...dosageInstruction.map(sayDose), sayConcepts(request.reasonCode))
  return [draft(context, { begins: [authoredOn] }, { kind: 'medication', status: stands, ...named, note })]
}

type Dose = NonNullable<Shape<'MedicationRequest'>['dosageInstruction']>[number]

function sayDose({ text, asNeededBoolean, doseAndRate = [], timing }: Dose): string | undefined {
  if (text !== undefined) return text
  const { frequency, period, periodUnit } = timing?.repeat ?? {}
  const often = sayConcept(timing?.code) ?? (frequency && period && periodUnit ? `${frequency} / ${period} ${periodUnit}` : undefined)
  return (
    noteOf(...doseAndRate.map(({ doseQuantity }) => sayQuantity(doseQuantity)), often, asNeededBoolean && '必要时 as needed') ?? undefined
  )
}

/** A note is one text for both languages, so what we add to it is said in both. */
const severities = { mild: '轻度 mild', moderate: '中度 moderate', severe: '重度 severe' } as const

/** What she does not bear; a refuted allergy is none. */
export function allergyFacts(allergy: Shape<'AllergyIntolerance'>, context: Context): Draft[] {
  const { code, clinicalStatus, verificationStatus, reaction = [], onsetDateTime, onsetPeriod, recordedDate } = allergy
  const named = namedBy(code) ?? namedBy(reaction[0]?.substance)
  if (!named || isCoded(verificationStatus, 'refuted')) return []
  const over = isCoded(clinicalStatus, 'inactive', 'resolved')
  const status: FactStatus = isError(verificationStatus) ? 'entered-in-error' : over ? 'ended' : 'active'
  const note = noteOf(
    !isCoded(verificationStatus, 'confirmed') && sayConcept(verificationStatus),
    allergy.criticality === 'high' && '高危 high criticality',
    ...reaction.map(({ manifestation, severity }) =>
      noteOf(sayConcepts(manifestation), severity && severities[severity])?.replace('; ', ', '),
    ),
  )
  return [draft(context, { begins: [onsetDateTime, onsetPeriod?.start, recordedDate] }, { kind: 'allergy', status, ...named, note })]
}

/** What was done; what was not, or not yet, is no procedure. */
export function procedureFacts(procedure: Shape<'Procedure'>, context: Context): Draft[] {
  const { status, code, performedDateTime, performedPeriod, bodySite, outcome } = procedure
  const named = namedBy(code)
  if (!named || ['preparation', 'not-done'].includes(status)) return []
  const note = noteOf(
    !['completed', 'entered-in-error', 'unknown'].includes(status) && status,
    sayConcepts(bodySite),
    sayConcept(outcome),
    ...(procedure.note ?? []).map(({ text }) => text),
  )
  const dates = { begins: [performedDateTime, performedPeriod?.start], ends: [performedPeriod?.end] }
  return [draft(context, dates, { kind: 'procedure', status: status === 'entered-in-error' ? status : 'active', ...named, note })]
}

/** A vaccine that was given. */
export function immunizationFacts(immunization: Shape<'Immunization'>, context: Context): Draft[] {
  const { status, vaccineCode, occurrenceDateTime, occurrenceString, lotNumber } = immunization
  const named = namedBy(vaccineCode)
  if (!named || status === 'not-done') return []
  const note = noteOf(occurrenceString, lotNumber !== undefined && `批号 lot ${lotNumber}`)
  const stands = status === 'entered-in-error' ? status : 'active'
  return [draft(context, { begins: [occurrenceDateTime] }, { kind: 'immunisation', status: stands, ...named, note })]
}
