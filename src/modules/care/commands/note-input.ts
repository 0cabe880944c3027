import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { bilingual, words } from '../../../platform/operation/schema.ts'
import { findTerms } from '../../../platform/terms/index.ts'
import { certainties, type NoteContent } from '../domain/note.ts'
import { checkVitals, vitalSignNames } from '../domain/vital-sign.ts'
import { refuse } from '../refusals.ts'

const text = T.String({ maxLength: 20_000 })
const vitals = T.Partial(
  T.Object(
    Object.fromEntries(vitalSignNames.map((sign) => [sign, T.Number()])) as Record<
      (typeof vitalSignNames)[number],
      ReturnType<typeof T.Number>
    >,
  ),
)
const certainty = words(certainties, 'diagnosisCertainty')

/** What a note says, as it is shown. */
export const contentView = T.Object({
  complaint: text,
  history: text,
  examination: text,
  vitals,
  assessment: text,
  diagnoses: T.Array(T.Object({ code: T.String(), name: bilingual, certainty })),
  plan: text,
})
/** What a note says, as it is written: diagnoses by their codes, the main one first. */
export const contentInput = T.Object({
  ...contentView.properties,
  diagnoses: T.Array(T.Object({ code: T.String({ maxLength: 64 }), certainty }), { maxItems: 20 }),
})

/** The content with the names of its diagnoses as they are called today, if it can be true. */
export async function readContent(work: Work, { diagnoses, ...sections }: T.Static<typeof contentInput>) {
  const plausible = checkVitals(sections.vitals)
  if (!plausible.ok) return plausible
  const codes = diagnoses.map(({ code }) => code)
  const terms = await findTerms(work, 'icd-10', codes, dateIn(defaultZone, work.now))
  const named: NoteContent['diagnoses'][number][] = []
  for (const { code, certainty } of diagnoses) {
    const term = terms.get(code)
    if (!term) return refuse('care.diagnosis-unknown', { code })
    if (!named.some((one) => one.code === code)) named.push({ code, name: term.name, certainty })
  }
  return ok<NoteContent>({ ...sections, diagnoses: named })
}
