import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RevealIdentifierAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Field } from '../../../parts/field'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterReveal, person, steps } from './person.data'

/** ID number and phone, masked; whole for a stated reason and as long as this page is open. */
export function Identifiers({ personId }: { personId: string }) {
  const words = useWords().people
  const mayReveal = useMay('people.identifier.reveal')
  const [shown, setShown] = useState<RevealIdentifierAnswer | null>(null)
  const query = useQuery(person(personId))
  return (
    <section aria-label={words.identifiers}>
      <h3>{words.identifiers}</h3>
      <Answer of={query} rows={1}>
        {({ idNumberMasked, phoneMasked }) => (
          <>
            <p className="num">{shown?.idNumber ?? idNumberMasked ?? words.noIdNumber}</p>
            <p className="num">{shown?.phone ?? phoneMasked ?? words.noPhone}</p>
            {shown && <p className="note">{words.revealed}</p>}
            {mayReveal && !shown && (idNumberMasked || phoneMasked) && <Reveal personId={personId} show={setShown} />}
          </>
        )}
      </Answer>
    </section>
  )
}

function Reveal({ personId, show }: { personId: string; show: (answer: RevealIdentifierAnswer) => void }) {
  const words = useWords().people
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const reveal = useCommand(steps.revealIdentifier, personId, { makesOld: afterReveal, onDone: show })
  if (!asked) {
    return (
      <button type="button" className="text" onClick={() => setAsked(true)}>
        {words.reveal}
      </button>
    )
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        reveal.run({ personId, reason: reason.trim() })
      }}
    >
      <Field label={words.revealReason} help={words.revealHelp}>
        {(control) => (
          <input {...control} value={reason} minLength={2} maxLength={100} required onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <RefusalNote refusal={reveal.refusal} unsent={reveal.unsent} />
      <button type="submit" className="btn" aria-busy={reveal.pending}>
        {words.reveal}
      </button>
    </form>
  )
}
