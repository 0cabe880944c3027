import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListLookedAfterAnswer, ShowNormAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { MissingNote } from '../../../parts/form'
import { dateOf, plusDays } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { ItemFields } from './item-fields'
import { NameFields } from './name-fields'
import { type Draft, isComplete, newDraft, nextDraft } from './norm-draft'
import { afterChange, steps } from './norms.data'
import { SectionFields } from './section-fields'

type Props = { readonly networks: ListLookedAfterAnswer['networks']; readonly before: ShowNormAnswer | null }

const daysToConfirm = 7

/** A version as it is written, and publishing it to all whom the author's house looks after. */
export function PublishForm({ networks, before }: Props) {
  const words = useWords().loop
  const navigate = useNavigate()
  const until = plusDays(dateOf(isoNow()), daysToConfirm)
  const [draft, setDraft] = useState<Draft>(() => (before ? nextDraft(before, until) : newDraft(until)))
  const [networkCode, setNetwork] = useState(networks.find(({ id }) => id === before?.networkId)?.code ?? networks[0]?.code ?? '')
  const [missing, setMissing] = useState(false)
  const publish = useCommand(steps.publishNorm, 'norm', {
    makesOld: afterChange,
    onDone: ({ normId }) => void navigate({ to: '/norms', search: { norm: normId } }),
  })
  const change = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }))
  const submit = () => {
    setMissing(!isComplete(draft))
    const follows = before?.versions[0]?.number ?? 0
    if (isComplete(draft)) publish.run({ ...draft, networkCode, follows, institutionIds: null })
  }
  const recipients = networks.find(({ code }) => code === networkCode)?.institutions.length ?? 0
  return (
    <>
      <div className="grow pane editor">
        <Basics draft={draft} change={change} isNew={before === null} networks={networks} networkCode={networkCode} choose={setNetwork} />
        <SectionFields sections={draft.sections} change={(sections) => change({ sections })} />
        <ItemFields items={draft.items} change={(items) => change({ items })} />
      </div>
      <div className="foot">
        <MissingNote>{missing && words.incomplete}</MissingNote>
        <RefusalNote refusal={publish.refusal} unsent={publish.unsent} />
        <button type="button" className="btn primary num" aria-busy={publish.pending} onClick={submit}>
          {words.publish(recipients)}
        </button>
      </div>
    </>
  )
}

type BasicsProps = {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly isNew: boolean
  readonly networks: Props['networks']
  readonly networkCode: string
  readonly choose: (code: string) => void
}

function Basics({ draft, change, isNew, networks, networkCode, choose }: BasicsProps) {
  const words = useWords().loop
  return (
    <section className="terms">
      <div className="four">
        <Field label={words.network}>
          {(control) => (
            <select {...control} value={networkCode} disabled={!isNew} onChange={(event) => choose(event.target.value)}>
              {networks.map(({ code }) => (
                <option key={code}>{code}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.code} help={words.codeHelp}>
          {(control) => (
            <input
              {...control}
              value={draft.code}
              disabled={!isNew}
              maxLength={31}
              onChange={(event) => change({ code: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
        <Field label={words.confirmUntil}>
          {(control) => (
            <input {...control} type="date" value={draft.confirmUntil} onChange={(event) => change({ confirmUntil: event.target.value })} />
          )}
        </Field>
      </div>
      <NameFields labels={[words.titleZh, words.titleEn]} value={draft.title} change={(title) => change({ title })} />
    </section>
  )
}
