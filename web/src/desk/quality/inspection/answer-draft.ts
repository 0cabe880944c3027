import type { SaveInspectionInput, ShowInspectionAnswer } from '../../../client/operations'

export type Answered = SaveInspectionInput['answers'][number]
/** Answers by the code of their item. */
export type Draft = Readonly<Record<string, Answered>>

export const draftOf = ({ answers }: Pick<ShowInspectionAnswer, 'answers'>): Draft =>
  Object.fromEntries(answers.map((answer) => [answer.itemCode, answer]))

export const emptyAnswer = (itemCode: string, outcome: Answered['outcome']): Answered => ({
  itemCode,
  outcome,
  note: '',
  evidence: [],
  indicatorCode: null,
})

/** What is sent, in the order of the checklist; lines of evidence that say nothing are left out. */
export const sentOf = (draft: Draft, codes: readonly string[]): Answered[] =>
  codes.flatMap((code) => {
    const answer = draft[code]
    return answer ? [{ ...answer, evidence: answer.evidence.filter(({ text }) => text.trim() !== '') }] : []
  })

/** What completing says beforehand: how many are open, how many become findings. */
export function tallyOf(draft: Draft, codes: readonly string[]): { left: number; found: number } {
  const answers = codes.flatMap((code) => draft[code] ?? [])
  return { left: codes.length - answers.length, found: answers.filter(({ outcome }) => outcome === 'not-passed').length }
}
