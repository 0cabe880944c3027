import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ComplaintField, readTold, type Told, VitalFields } from '../../../parts/complaint-fields'
import { Form, MissingNote } from '../../../parts/form'
import { useWords } from '../../../words/use-words'
import { Bar } from '../../frame/bar'
import { FamilySwitch } from '../../people/family-switch'
import { Questions } from './questions'
import { Result } from './result'

/** What is wrong, is it dangerous, and who can help: tell, answer a few questions, read what to do. */
export function DescribeScreen() {
  const words = useWords().triage
  const { person, assessment } = useSearch({ from: '/shell/describe' })
  const navigate = useNavigate({ from: '/describe' })
  const [told, setTold] = useState<Told | null>(null)
  const [asking, setAsking] = useState(false)
  const again = () => {
    setTold(null)
    setAsking(false)
    void navigate({ search: { person } })
  }
  if (assessment) return <Result key={assessment} assessmentId={assessment} person={person} again={again} />
  return (
    <>
      <Bar title={words.title} back {...(asking ? { leave: () => setAsking(false) } : {})} />
      {told && asking ? (
        <Questions told={told} person={person} done={(made) => void navigate({ search: { person, assessment: made } })} />
      ) : (
        <Tell
          person={person}
          told={told}
          tell={(said) => {
            setTold(said)
            setAsking(true)
          }}
        />
      )}
    </>
  )
}

function Tell({ person, told, tell }: { person: string | undefined; told: Told | null; tell: (told: Told) => void }) {
  const words = useWords().triage
  const [missing, setMissing] = useState(false)
  const submit = (form: FormData) => {
    const said = readTold(form)
    setMissing(said === null)
    if (said) tell(said)
  }
  return (
    <main id="main" tabIndex={-1}>
      <FamilySwitch to="/describe" person={person} />
      <Form className="form" submit={submit}>
        <p className="note">
          {words.emergencyHint} <a href="tel:120">{words.call}</a>
        </p>
        <section className="sheet" aria-label={words.complaint}>
          <ComplaintField told={told} />
        </section>
        <details className="sheet measured">
          <summary>{words.more}</summary>
          <div className="form">
            <VitalFields told={told} />
          </div>
        </details>
        <MissingNote>{missing && words.complaintMissing}</MissingNote>
        <button type="submit" className="btn primary wide">
          {words.next}
        </button>
      </Form>
    </main>
  )
}
