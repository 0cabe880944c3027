import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { PersonChoice } from '../../frame/person-choice'
import { afterStep } from '../queue.data'
import { expertsOf, offerings, type Queue, verbs } from './front-desk.data'

type Props = { readonly queue: Queue; readonly personId: string | undefined; readonly leave: () => void }

/** Somebody without a visit: who, for what, to whom; with a reason where the doctor is promised to others. */
export function WalkInPane({ queue: { site, lanes }, personId: known, leave }: Props) {
  const { queue: words, shell } = useWords()
  const pick = useBilingual()
  const [personId, setPersonId] = useState(known)
  const [offeringId, setOfferingId] = useState('')
  const [missing, setMissing] = useState(false)
  const list = useQuery(offerings())
  const doing = useQuery({ ...expertsOf(offeringId, site.id), enabled: offeringId !== '' })
  const admit = useCommand(verbs.admitWalkIn, 'walk-in', { makesOld: afterStep, onDone: leave })
  const experts = lanes.filter(({ expert }) => doing.data?.experts.some(({ id }) => id === expert.id))
  const submit = (form: FormData) => {
    const expertId = textOf(form, 'expert')
    setMissing(!(personId && offeringId && expertId))
    if (!(personId && offeringId && expertId)) return
    const priority = textOf(form, 'priority') as Enum<'queuePriority'> | undefined
    admit.run({
      personId,
      offeringId,
      siteId: site.id,
      expertId,
      priority,
      squeezeReason: textOf(form, 'reason'),
      overrideReason: textOf(form, 'override'),
    })
  }
  return (
    <aside className="hold col" aria-label={words.admit}>
      <Form className="form pane tight grow" submit={submit}>
        <h2>{words.admit}</h2>
        <Field label={words.person} help={words.personHint}>
          {(control) => <PersonChoice {...control} value={personId} choose={setPersonId} />}
        </Field>
        <Link to="/people/register">{words.register}</Link>
        <Field label={words.offering}>
          {(control) => (
            <select {...control} value={offeringId} onChange={(event) => setOfferingId(event.target.value)}>
              <option value="" />
              {list.data?.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {pick(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.expert} {...(doing.data && experts.length === 0 ? { help: words.noExpert } : {})}>
          {(control) => (
            <select {...control} name="expert" key={`${offeringId}-${experts.length}`}>
              {experts.map(({ expert, rows }) => (
                <option key={expert.id} value={expert.id}>
                  {`${pick(expert.name)} · ${words.waiting} ${rows.filter(({ status }) => status === 'waiting').length}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.priority}>
          {(control) => (
            <select {...control} name="priority">
              <option value="">{words.byAge}</option>
              {Object.entries(enums.queuePriority).map(([value, word]) => (
                <option key={value} value={value}>
                  {pick(word)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.squeezeReason} help={words.squeezeHelp}>
          {(control) => <input {...control} name="reason" maxLength={200} autoComplete="off" />}
        </Field>
        {admit.refusal?.code === 'triage.red-flag' && (
          <Field label={words.overrideReason}>
            {(control) => <input {...control} name="override" maxLength={200} autoComplete="off" />}
          </Field>
        )}
        <MissingNote>{missing && words.fillAll}</MissingNote>
        <RefusalNote refusal={admit.refusal} unsent={admit.unsent} />
        <p className="acts">
          <button type="submit" className="btn primary" aria-busy={admit.pending}>
            {words.admitSubmit}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {shell.close}
          </button>
        </p>
      </Form>
    </aside>
  )
}
