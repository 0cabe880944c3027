import { useState } from 'react'
import { ComplaintField, readTold, type Told, VitalFields } from '../../parts/complaint-fields'
import { Form, MissingNote } from '../../parts/form'
import { useMay } from '../../wire/session'
import { useWords } from '../../words/use-words'
import { FoundStrip } from './found-strip'
import { Questions } from './questions'
import type { TriageChoice } from './triage-choice'

type Props = { readonly personId: string; readonly chosen: TriageChoice; readonly choose: (choice: TriageChoice) => void }

/** The butler on the phone asks about the complaint first; what comes out leads to the services that fit. */
export function TriageStep({ personId, chosen, choose }: Props) {
  const words = useWords().triage
  const may = useMay('triage.assessment.make')
  const [open, setOpen] = useState(false)
  if (!may) return null
  const done = (assessment: string) => {
    setOpen(false)
    choose({ assessment, specialty: undefined })
  }
  return (
    <section className="triage-step" aria-label={words.step}>
      {chosen.assessment && !open ? (
        <FoundStrip assessmentId={chosen.assessment} personId={personId} chosen={chosen} choose={choose} again={() => setOpen(true)} />
      ) : (
        <p>
          <b>{words.step}</b> <span className="note">{words.stepLead}</span>{' '}
          <button type="button" className="text" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.close : words.openStep}
          </button>
        </p>
      )}
      {open && <AskAndAssess personId={personId} done={done} />}
    </section>
  )
}

function AskAndAssess({ personId, done }: { personId: string; done: (assessmentId: string) => void }) {
  const words = useWords().triage
  const [told, setTold] = useState<Told | null>(null)
  const [asking, setAsking] = useState(false)
  const [missing, setMissing] = useState(false)
  const submit = (form: FormData) => {
    const said = readTold(form)
    setMissing(said === null)
    if (!said) return
    setTold(said)
    setAsking(true)
  }
  if (told && asking) return <Questions told={told} personId={personId} done={done} change={() => setAsking(false)} />
  return (
    <Form className="form tell" submit={submit}>
      <ComplaintField told={told} />
      <details className="measured">
        <summary>{words.more}</summary>
        <div className="measures">
          <VitalFields told={told} desk />
        </div>
      </details>
      <MissingNote>{missing && words.complaintMissing}</MissingNote>
      <button type="submit" className="btn">
        {words.next}
      </button>
    </Form>
  )
}
