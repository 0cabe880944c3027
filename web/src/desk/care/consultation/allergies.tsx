import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { AllergyForm } from './allergy-form'
import { afterChange, steps } from './consultation.data'

/** What she does not tolerate: asked, recorded, or refuted with a reason. */
export function Allergies({ of: { person, allergyState, allergies } }: { of: ShowConsultationAnswer }) {
  const words = useWords().care
  const pick = useBilingual()
  const may = useMay('care.allergy.record')
  const { personId } = person
  return (
    <section>
      <h2>{words.allergies}</h2>
      {allergyState !== 'known' && <p className="note">{pick(enums.allergyState[allergyState])}</p>}
      <ul className="plain">
        {allergies.map(({ allergyId, name, reaction, institution }) => (
          <li key={name.zh}>
            <b>{pick(name)}</b> {reaction} <small>{pick(institution)}</small>{' '}
            {may && allergyId && <Refute personId={personId} allergyId={allergyId} name={pick(name)} />}
          </li>
        ))}
      </ul>
      {may && <AllergyForm key={allergies.length} personId={personId} asked={allergyState !== 'unasked'} />}
    </section>
  )
}

function Refute({ personId, allergyId, name }: { personId: string; allergyId: string; name: string }) {
  const words = useWords().care
  const [open, setOpen] = useState(false)
  const refute = useCommand(steps.refuteAllergy, allergyId, { makesOld: afterChange })
  if (!open)
    return (
      <button type="button" className="text" aria-label={`${words.refute} ${name}`} onClick={() => setOpen(true)}>
        {words.refute}
      </button>
    )
  const send = (form: FormData) => refute.run({ personId, allergyId, reason: textOf(form, 'reason') ?? '' })
  return (
    <Form className="form" submit={send}>
      <input name="reason" aria-label={words.refuteReason} placeholder={words.refuteReason} required minLength={2} />
      <RefusalNote refusal={refute.refusal} unsent={refute.unsent} />
      <button type="submit" className="btn" aria-busy={refute.pending}>
        {words.refute}
      </button>
    </Form>
  )
}
