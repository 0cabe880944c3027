import { Type as T } from 'typebox'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { type Specialty, specialties } from '../../network/index.ts'
import type { Suggestion } from '../domain/assess.ts'
import { colourOf, colours, levels } from '../domain/level.ts'
import { redFlagKeys } from '../domain/red-flags.ts'
import { judgements } from '../domain/vital-signs.ts'
import type { AssessmentRow } from '../store/assessment.ts'
import { answer, vitalSigns } from '../told.ts'

export const level = words(levels, 'triageLevel')
export const specialty = words(Object.keys(specialties) as [Specialty, ...Specialty[]], 'specialty')

export const suggestionView = T.Object({
  ruleVersion: T.String(),
  level,
  colour: words(colours, 'triageColour'),
  /** Within how many minutes a doctor should see the person. */
  responseMinutes: T.Integer(),
  /** What asks for a level, the most severe first. */
  grounds: T.Array(T.Object({ level, zh: T.String(), en: T.String() })),
  symptoms: T.Array(T.Object({ name: bilingual, because: T.Array(T.String()) })),
  specialties: T.Array(specialty),
  redFlags: T.Array(T.Object({ redFlag: words(redFlagKeys, 'redFlag'), sign: bilingual })),
  vitalSigns: words(judgements, 'vitalJudgement'),
})

export const assessmentView = T.Object({
  id: idOf('assessment'),
  personId: idOf('person'),
  madeAt: instant,
  /** Where it was made; null: by the person herself or her family. */
  institution: nullable(bilingual),
  complaint: T.String(),
  pregnant: T.Boolean(),
  vitalSigns,
  answers: T.Array(answer),
  suggestion: suggestionView,
  /** It stops a booking; the places say where to go. */
  stops: T.Boolean(),
  decision: nullable(T.Object({ level, specialty, at: instant })),
})

/** Where to go now, the nearest first. */
export const placesView = T.Array(T.Object({ institution: bilingual, site: nullable(bilingual), address: nullable(bilingual) }))

export const viewOfSuggestion = ({ redFlags, grounds, symptoms, specialties, ...rest }: Suggestion): T.Static<typeof suggestionView> => ({
  ...rest,
  colour: colourOf[rest.level],
  grounds: [...grounds],
  symptoms: symptoms.map(({ name, because }) => ({ name, because: [...because] })),
  specialties: [...specialties],
  redFlags: redFlags.map(({ redFlag, sign }) => ({ redFlag, sign })),
})

export function viewOfAssessment(row: AssessmentRow, stops: boolean): T.Static<typeof assessmentView> {
  const { inputs, evidence, institutionZh, institutionEn, decidedLevel, decidedSpecialty, decidedAt } = row
  const { signs, ...told } = evidence
  return {
    id: row.id,
    personId: row.personId,
    madeAt: row.madeAt,
    institution: institutionZh === null ? null : { zh: institutionZh, en: institutionEn ?? institutionZh },
    complaint: row.complaint,
    pregnant: inputs.pregnant,
    vitalSigns: inputs.vitalSigns,
    answers: answersOf(inputs),
    suggestion: viewOfSuggestion({
      ...told,
      ruleVersion: row.ruleVersion,
      level: row.level,
      specialties: row.specialties,
      redFlags: row.redFlags.map((redFlag, place) => ({ redFlag, level: row.level, sign: signs[place] ?? { zh: redFlag, en: redFlag } })),
    }),
    stops,
    decision: decidedLevel && decidedSpecialty && decidedAt ? { level: decidedLevel, specialty: decidedSpecialty, at: decidedAt } : null,
  }
}

const answersOf = ({ answers }: AssessmentRow['inputs']): T.Static<typeof answer>[] =>
  redFlagKeys.flatMap((redFlag) => {
    const present = answers[redFlag]
    return present === undefined ? [] : [{ redFlag, present }]
  })
