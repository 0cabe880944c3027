import type { SaveDraftInput, ShowConsultationAnswer } from '../../../client/operations'

export type Note = NonNullable<ShowConsultationAnswer['note']>
/** A note as it is written: with the names of its diagnoses, and vital signs as they are typed. */
export type Draft = Omit<Note['content'], 'vitals'> & { readonly vitals: Readonly<Record<string, string>> }
type Sent = SaveDraftInput['content']

export const emptyDraft: Draft = {
  complaint: '',
  history: '',
  examination: '',
  vitals: {},
  assessment: '',
  diagnoses: [],
  plan: '',
}

/** What the server has, as a draft to go on with. */
export function draftOf({ content }: Note): Draft {
  const vitals = Object.entries(content.vitals).flatMap(([sign, value]) => (value === undefined ? [] : [[sign, String(value)]]))
  return { ...content, vitals: Object.fromEntries(vitals) }
}

/** What is sent: codes of diagnoses, numbers of vital signs; what is no number yet is left out. */
export function sentOf({ vitals, diagnoses, ...sections }: Draft): Sent {
  const numbers = Object.entries(vitals).flatMap(([sign, text]) => {
    const value = Number(text)
    return text.trim() === '' || Number.isNaN(value) ? [] : [[sign, value]]
  })
  return {
    ...sections,
    vitals: Object.fromEntries(numbers) as Sent['vitals'],
    diagnoses: diagnoses.map(({ code, certainty }) => ({ code, certainty })),
  }
}

/** Two drafts that would be sent as the same are the same. */
export const textOf = (draft: Draft): string => JSON.stringify(sentOf(draft))
