import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AskAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import type { Told } from '../../../parts/complaint-fields'
import { type Answers, answersOf, openQuestions, RedFlagQuestions } from '../../../parts/red-flag-questions'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterAssessing, questions, steps } from './describe.data'

type Props = { readonly told: Told; readonly person: string | undefined; readonly done: (assessmentId: string) => void }

/** The few questions that rule out danger; a yes is enough. */
export function Questions(props: Props) {
  const query = useQuery(questions(props.person, props.told))
  return <Answer of={query}>{(asked) => <Ask asked={asked} {...props} />}</Answer>
}

function Ask({ asked, told, person, done }: Props & { asked: AskAnswer }) {
  const words = useWords().triage
  const [answers, setAnswers] = useState<Answers>({})
  const assess = useCommand(steps.assess, person ?? 'me', { makesOld: afterAssessing, onDone: ({ assessmentId }) => done(assessmentId) })
  const open = openQuestions(asked.questions, answers)
  return (
    <>
      <main id="main" tabIndex={-1}>
        <section className="sheet" aria-label={words.questions}>
          <h2>{asked.questions.length > 0 ? words.questions : words.noQuestions}</h2>
          <p className="note">{told.complaint}</p>
          <RedFlagQuestions
            questions={asked.questions}
            answers={answers}
            answer={(redFlag, present) => setAnswers((before) => ({ ...before, [redFlag]: present }))}
          />
        </section>
      </main>
      <section className="confirm" aria-label={words.seeAdvice}>
        <RefusalNote refusal={assess.refusal} unsent={assess.unsent} />
        {open > 0 && <p className="note">{words.toAnswer(open)}</p>}
        <button
          type="button"
          className="btn primary wide"
          aria-disabled={open > 0}
          aria-busy={assess.pending}
          onClick={() => open === 0 && assess.run({ personId: person, ...told, answers: answersOf(answers) })}
        >
          {words.seeAdvice}
        </button>
      </section>
    </>
  )
}
