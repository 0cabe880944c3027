import { useQuery } from '@tanstack/react-query'
import { type Enum, enums } from '../../client/enums'
import type { FindAssessmentAnswer } from '../../client/operations'
import { Answer } from '../../parts/answer'
import { Field } from '../../parts/field'
import { Form, Options } from '../../parts/form'
import { useKind } from '../../parts/kind'
import { dateOf, timeOf } from '../../parts/moment'
import { RefusalNote } from '../../parts/refusal-note'
import { StatusMark } from '../../parts/status-mark'
import { WhySuggested } from '../../parts/why-suggested'
import { useMay } from '../../wire/session'
import { useCommand } from '../../wire/use-command'
import { useWords } from '../../words/use-words'
import { afterAssessing, assessment, assessments, steps, visit } from './triage.data'

type Assessment = FindAssessmentAnswer['assessment']

/** The assessment a visit was booked from, else the person's newest: what was suggested, and what the doctor decides. */
export function AssessmentCard({ visitId, personId }: { visitId?: string; personId: string }) {
  const words = useWords().triage
  return (
    <section className="assessment-card" aria-label={words.card}>
      <h2>{words.card}</h2>
      {visitId ? <OfVisit visitId={visitId} personId={personId} /> : <Newest personId={personId} />}
    </section>
  )
}

function OfVisit({ visitId, personId }: { visitId: string; personId: string }) {
  const words = useWords().triage
  const booked = useQuery(visit(visitId))
  const id = booked.data?.assessmentId
  const found = useQuery({ ...assessment(id ?? '', personId), enabled: Boolean(id) })
  return (
    <Answer of={booked} rows={2}>
      {({ assessmentId, overrideReason }) =>
        assessmentId ? (
          <>
            <Answer of={found} rows={2}>
              {(answer) => <Shown assessment={answer.assessment} />}
            </Answer>
            {overrideReason && (
              <p>
                {words.overrideReason}: {overrideReason}
              </p>
            )}
          </>
        ) : (
          <Newest personId={personId} />
        )
      }
    </Answer>
  )
}

function Newest({ personId }: { personId: string }) {
  const words = useWords().triage
  const query = useQuery(assessments(personId))
  return (
    <Answer of={query} rows={2}>
      {({ items: [newest] }) => (newest ? <Shown assessment={newest} /> : <p className="note">{words.noAssessment}</p>)}
    </Answer>
  )
}

function Shown({ assessment: shown }: { assessment: Assessment }) {
  const words = useWords().triage
  const kind = useKind()
  const mayDecide = useMay('triage.assessment.decide')
  const { complaint, madeAt, suggestion, decision } = shown
  return (
    <>
      <p>
        {complaint} <span className="note">{words.madeAt(`${dateOf(madeAt)} ${timeOf(madeAt)}`)}</span>
      </p>
      <dl className="facts">
        <dt>{words.suggested}</dt>
        <dd>
          <StatusMark of="triageLevel" value={suggestion.level} /> {suggestion.specialties.map(kind).join(' · ')}
        </dd>
        <dt>{words.decided}</dt>
        <dd>
          {decision ? (
            <>
              <StatusMark of="triageLevel" value={decision.level} /> {kind(decision.specialty)}
            </>
          ) : (
            words.undecided
          )}
        </dd>
      </dl>
      <details className="measured">
        <summary>{words.why}</summary>
        <WhySuggested suggestion={suggestion} />
      </details>
      {!decision && mayDecide && <Decide assessment={shown} />}
    </>
  )
}

function Decide({ assessment: { id, personId, suggestion } }: { assessment: Assessment }) {
  const words = useWords().triage
  const decide = useCommand(steps.decide, id, { makesOld: afterAssessing })
  const submit = (form: FormData) =>
    decide.run({
      assessmentId: id,
      personId,
      level: String(form.get('level')) as Enum<'triageLevel'>,
      specialty: String(form.get('specialty')) as Enum<'specialty'>,
    })
  return (
    <Form className="form" submit={submit}>
      <Field label={words.level}>
        {(control) => (
          <select {...control} name="level" defaultValue={suggestion.level}>
            <Options of={enums.triageLevel} />
          </select>
        )}
      </Field>
      <Field label={words.specialty}>
        {(control) => (
          <select {...control} name="specialty" defaultValue={suggestion.specialties[0]}>
            <Options of={enums.specialty} />
          </select>
        )}
      </Field>
      <RefusalNote refusal={decide.refusal} unsent={decide.unsent} />
      <button type="submit" className="btn" aria-busy={decide.pending}>
        {words.decide}
      </button>
    </Form>
  )
}
