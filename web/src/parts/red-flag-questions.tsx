import type { AskAnswer } from '../client/operations'
import { useBilingual, useWords } from '../words/use-words'

type Question = AskAnswer['questions'][number]
export type Answers = Readonly<Partial<Record<Question['redFlag'], boolean>>>
type Props = {
  readonly questions: readonly Question[]
  readonly answers: Answers
  readonly answer: (redFlag: Question['redFlag'], present: boolean) => void
}

/** Each red flag as one question with a large yes and no. */
export function RedFlagQuestions({ questions, answers, answer }: Props) {
  const pick = useBilingual()
  return questions.map(({ redFlag, question }) => (
    <fieldset key={redFlag} className="yes-no">
      <legend>{pick(question)}</legend>
      <Choice name={redFlag} on={answers[redFlag] === true} choose={() => answer(redFlag, true)} yes />
      <Choice name={redFlag} on={answers[redFlag] === false} choose={() => answer(redFlag, false)} />
    </fieldset>
  ))
}

function Choice({ name, on, choose, yes = false }: { name: string; on: boolean; choose: () => void; yes?: boolean }) {
  const words = useWords().triage
  return (
    <label className={on ? 'on' : undefined}>
      <input type="radio" name={name} checked={on} onChange={choose} />
      {yes ? words.yes : words.no}
    </label>
  )
}

/** How many questions still wait; none once one sign is there: it decides. */
export const openQuestions = (questions: readonly Question[], answers: Answers): number =>
  questions.some(({ redFlag }) => answers[redFlag]) ? 0 : questions.filter(({ redFlag }) => answers[redFlag] === undefined).length

/** Answers as they are sent. */
export const answersOf = (answers: Answers) =>
  Object.entries(answers).map(([redFlag, present]) => ({ redFlag: redFlag as Question['redFlag'], present }))
