import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AskAnswer } from '../../client/operations'
import { Answer } from '../../parts/answer'
import type { Told } from '../../parts/complaint-fields'
import { type Answers, answersOf, openQuestions, RedFlagQuestions } from '../../parts/red-flag-questions'
import { RefusalNote } from '../../parts/refusal-note'
import { useCommand } from '../../wire/use-command'
import { useWords } from '../../words/use-words'
import { afterAssessing, questions, steps } from './triage.data'

type Props = {
  readonly told: Told
  readonly personId: string
  readonly done: (assessmentId: string) => void
  readonly change: () => void
}

/** The questions to read out on the phone; a yes is enough. */
export function Questions(props: Props) {
  const query = useQuery(questions(props.personId, props.told))
  return <Answer of={query}>{(asked) => <Ask asked={asked} {...props} />}</Answer>
}

function Ask({ asked, told, personId, done, change }: Props & { asked: AskAnswer }) {
  const words = useWords().triage
  const [answers, setAnswers] = useState<Answers>({})
  const assess = useCommand(steps.assess, personId, { makesOld: afterAssessing, onDone: ({ assessmentId }) => done(assessmentId) })
  const open = openQuestions(asked.questions, answers)
  return (
    <div className="asked-now">
      <p>
        {told.complaint}{' '}
        <button type="button" className="text" onClick={change}>
          {words.changeWords}
        </button>
      </p>
      {asked.questions.length === 0 && <p className="note">{words.noQuestions}</p>}
      <RedFlagQuestions
        questions={asked.questions}
        answers={answers}
        answer={(redFlag, present) => setAnswers((before) => ({ ...before, [redFlag]: present }))}
      />
      <RefusalNote refusal={assess.refusal} unsent={assess.unsent} />
      <p className="acts">
        <button
          type="button"
          className="btn"
          aria-disabled={open > 0}
          aria-busy={assess.pending}
          onClick={() => open === 0 && assess.run({ personId, ...told, answers: answersOf(answers) })}
        >
          {words.seeAdvice}
        </button>
        {open > 0 && <span className="note">{words.toAnswer(open)}</span>}
      </p>
    </div>
  )
}
