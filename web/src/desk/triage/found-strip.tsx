import { useQuery } from '@tanstack/react-query'
import { Answer } from '../../parts/answer'
import { GoNow } from '../../parts/go-now'
import { useKind } from '../../parts/kind'
import { StatusMark } from '../../parts/status-mark'
import { WhySuggested } from '../../parts/why-suggested'
import { useWords } from '../../words/use-words'
import { assessment } from './triage.data'
import type { TriageChoice } from './triage-choice'

type Props = {
  readonly assessmentId: string
  readonly personId: string
  readonly chosen: TriageChoice
  readonly choose: (choice: TriageChoice) => void
  readonly again: () => void
}

/** What came out: the level, the departments as filters of the services below, and danger before all. */
export function FoundStrip({ assessmentId, personId, chosen, choose, again }: Props) {
  const words = useWords().triage
  const kind = useKind()
  const query = useQuery(assessment(assessmentId, personId))
  return (
    <Answer of={query} rows={1}>
      {(found) => {
        const { complaint, suggestion, stops } = found.assessment
        return (
          <>
            {stops && <GoNow found={found} />}
            <p className="strip">
              <b>{words.step}</b> <StatusMark of="triageLevel" value={suggestion.level} /> <span>{complaint}</span>
              {suggestion.specialties.map((specialty) => (
                <button
                  key={specialty}
                  type="button"
                  className="btn"
                  aria-pressed={chosen.specialty === specialty}
                  aria-label={words.onlyOf(kind(specialty))}
                  onClick={() => choose({ ...chosen, specialty: chosen.specialty === specialty ? undefined : specialty })}
                >
                  {kind(specialty)}
                </button>
              ))}
              <button type="button" className="text" onClick={again}>
                {words.again}
              </button>
              <button type="button" className="text" onClick={() => choose({ assessment: undefined, specialty: undefined })}>
                {words.drop}
              </button>
            </p>
            <details className="measured">
              <summary>{words.why}</summary>
              <WhySuggested suggestion={suggestion} />
            </details>
          </>
        )
      }}
    </Answer>
  )
}
