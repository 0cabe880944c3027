import { useState } from 'react'
import type { InvitePersonAnswer } from '../../../client/operations'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterReveal, steps } from './person.data'

/** A code for the person at the desk; it is shown once. */
export function Invitation({ personId }: { personId: string }) {
  const words = useWords().people
  const may = useMay('people.person.invite')
  const [made, setMade] = useState<InvitePersonAnswer | null>(null)
  const invite = useCommand(steps.invitePerson, personId, { makesOld: afterReveal, onDone: setMade })
  if (!may) return null
  return (
    <section aria-label={words.invitation}>
      <h3>{words.invitation}</h3>
      {made ? (
        <div role="status">
          <p className="code num">{`${made.code.slice(0, 5)}-${made.code.slice(5)}`}</p>
          <p className="note">{words.codeIs}</p>
          <p className="note num">{words.codeUntil(dateOf(made.validUntil))}</p>
        </div>
      ) : (
        <>
          <p className="note">{words.invitationLead}</p>
          <RefusalNote refusal={invite.refusal} unsent={invite.unsent} />
          <button type="button" className="btn" aria-busy={invite.pending} onClick={() => invite.run({ personId })}>
            {words.invite}
          </button>
        </>
      )}
    </section>
  )
}
