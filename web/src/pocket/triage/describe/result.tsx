import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FindAssessmentAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { GoNow } from '../../../parts/go-now'
import { StatusMark } from '../../../parts/status-mark'
import { WhySuggested } from '../../../parts/why-suggested'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { Departments } from './departments'
import { assessment } from './describe.data'

type Props = { readonly assessmentId: string; readonly person: string | undefined; readonly again: () => void }

/** What to do now: go at once, or these departments. */
export function Result({ assessmentId, person, again }: Props) {
  const words = useWords().triage
  const query = useQuery(assessment(assessmentId, person))
  return (
    <>
      <Bar title={words.title} back leave={again} />
      <main id="main" tabIndex={-1}>
        <Answer of={query}>
          {(found) => (
            <>
              {found.assessment.stops ? <GoNow found={found} /> : <Advice found={found} person={person} />}
              <details className="sheet measured">
                <summary>{words.why}</summary>
                <WhySuggested suggestion={found.assessment.suggestion} />
              </details>
              <p className="note">{words.notDoctor}</p>
              <button type="button" className="btn wide" onClick={again}>
                {words.again}
              </button>
            </>
          )}
        </Answer>
      </main>
    </>
  )
}

function Advice({ found: { assessment }, person }: { found: FindAssessmentAnswer; person: string | undefined }) {
  const words = useWords().triage
  const { level, specialties } = assessment.suggestion
  return (
    <>
      <section className="sheet" aria-label={words.level}>
        <h2>
          {words.advice(level)}
          <StatusMark of="triageLevel" value={level} />
        </h2>
        <p className="note">{assessment.complaint}</p>
        <p className="note">
          {words.worse} <a href="tel:120">{words.call}</a>
        </p>
      </section>
      <section aria-label={words.departments} className="departments">
        <h2>{words.departments}</h2>
        <Departments specialties={specialties} person={person} assessmentId={assessment.id} />
        <Link className="text" to="/book" search={{ person, assessment: assessment.id }}>
          {words.allOfferings}
        </Link>
      </section>
    </>
  )
}
