import type { FactStatus } from '../fact.ts'
import { calledBy, namedBy, noteOf, sayConcept, sayConcepts } from './concept.ts'
import { type Context, type Draft, draft } from './draft.ts'
import type { Shape } from './shape.ts'

/** Classes of encounters of HL7's ActCode that have a name here. */
const classes: Readonly<Record<string, { zh: string; en: string }>> = {
  AMB: { zh: '门诊', en: 'ambulatory' },
  EMER: { zh: '急诊', en: 'emergency' },
  IMP: { zh: '住院', en: 'inpatient' },
  ACUTE: { zh: '住院', en: 'inpatient, acute' },
  NONAC: { zh: '住院（非急性）', en: 'inpatient, not acute' },
  OBSENC: { zh: '留观', en: 'observation' },
  SS: { zh: '日间', en: 'short stay' },
  HH: { zh: '上门', en: 'at home' },
  FLD: { zh: '外勤', en: 'in the field' },
  VR: { zh: '线上', en: 'virtual' },
}

/** A visit that took place or is under way. */
export function encounterFacts({ status, class: kind, type, period, reasonCode }: Shape<'Encounter'>, context: Context): Draft[] {
  if (status === 'planned' || status === 'cancelled') return []
  const called = classes[kind.code ?? '']
  const byClass = called ? { name: called, code: null } : namedBy({ coding: [kind] })
  const named = namedBy(type?.[0]) ?? byClass ?? { name: { zh: '就诊', en: 'visit' }, code: null }
  const stands: FactStatus = status === 'entered-in-error' ? status : status === 'finished' || status === 'unknown' ? 'ended' : 'active'
  const dates = { begins: [period?.start], ends: [period?.end] }
  return [draft(context, dates, { kind: 'visit', status: stands, ...named, note: noteOf(sayConcepts(reasonCode)) })]
}

/** A report that is there; its measurements are facts of their own. */
export function reportFacts(report: Shape<'DiagnosticReport'>, context: Context): Draft[] {
  const { status, code, effectiveDateTime, effectivePeriod, issued, conclusion } = report
  const named = namedBy(code)
  if (!named || status === 'registered' || status === 'cancelled') return []
  const begins = [effectiveDateTime, effectivePeriod?.start, issued]
  const note = noteOf(['partial', 'preliminary'].includes(status) && status, conclusion)
  return [draft(context, { begins }, { kind: 'document', status: status === 'entered-in-error' ? status : 'active', ...named, note })]
}

export function documentFacts(document: Shape<'DocumentReference'>, context: Context): Draft[] {
  const { status, type, description, date, content, context: about } = document
  const title = content.map(({ attachment }) => attachment.title ?? attachment.contentType).filter(Boolean)
  const text = description ?? title[0]
  const named = namedBy(type) ?? (text === undefined ? null : calledBy(text))
  if (!named) return []
  const stands: FactStatus = status === 'current' ? 'active' : status === 'superseded' ? 'ended' : status
  const dates = { begins: [about?.period?.start, date] }
  return [draft(context, dates, { kind: 'document', status: stands, ...named, note: noteOf(description, ...title) })]
}

export function carePlanFacts(plan: Shape<'CarePlan'>, context: Context): Draft[] {
  const { status, title, category, period, created, description, activity = [] } = plan
  const named = title === undefined ? namedBy(category?.[0]) : calledBy(title)
  if (!named || status === 'draft') return []
  const stands: FactStatus = status === 'entered-in-error' ? status : ['revoked', 'completed'].includes(status) ? 'ended' : 'active'
  const steps = activity.map(({ detail }) => detail?.description ?? sayConcept(detail?.code)).filter(Boolean)
  const dates = { begins: [period?.start, created], ends: [period?.end] }
  return [draft(context, dates, { kind: 'document', status: stands, ...named, note: noteOf(description, steps.join(', ')) })]
}

export function goalFacts({ lifecycleStatus: status, description, startDate, statusDate }: Shape<'Goal'>, context: Context): Draft[] {
  const named = namedBy(description)
  if (!named || ['proposed', 'rejected'].includes(status)) return []
  const stands: FactStatus = status === 'entered-in-error' ? status : ['completed', 'cancelled'].includes(status) ? 'ended' : 'active'
  return [draft(context, { begins: [startDate, statusDate] }, { kind: 'document', status: stands, ...named })]
}

export function imagingFacts(study: Shape<'ImagingStudy'>, context: Context): Draft[] {
  const { status, started, description, modality = [], procedureCode, numberOfSeries, numberOfInstances } = study
  const named = namedBy(procedureCode?.[0]) ?? (description === undefined ? namedBy({ coding: modality }) : calledBy(description))
  if (!named || status === 'registered' || status === 'cancelled') return []
  const count = numberOfInstances === undefined ? undefined : `${numberOfSeries ?? 1} 序列 series, ${numberOfInstances} 幅 images`
  const note = noteOf(description, sayConcepts(modality.map((one) => ({ coding: [one] }))), count)
  return [
    draft(context, { begins: [started] }, { kind: 'imaging', status: status === 'entered-in-error' ? status : 'active', ...named, note }),
  ]
}
