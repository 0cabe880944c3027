import { useState } from 'react'
import { Field } from '../../../parts/field'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { ScopeField } from '../scope-field'
import { afterChange, steps } from './practitioner.data'

type Props = {
  readonly practitionerId: string
  readonly institution: { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }
  readonly scope: readonly string[]
  readonly date: string
  readonly leave: () => void
}

/** A filing at one institution, by that institution or who registers parties. */
export function FileForm({ practitionerId, institution, scope, date, leave }: Props) {
  const { network: words, shell } = useWords()
  const pick = useBilingual()
  const [chosen, setChosen] = useState<string[]>([])
  const [from, setFrom] = useState(date)
  const [until, setUntil] = useState('')
  const file = useCommand(steps.filePractice, practitionerId, { makesOld: afterChange, onDone: leave })
  return (
    <section aria-label={words.addFilingAt(pick(institution.name))}>
      <h3>{words.addFilingAt(pick(institution.name))}</h3>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          file.run({
            practitionerId,
            institutionId: institution.id,
            scope: chosen.length > 0 ? chosen : undefined,
            validFrom: from,
            validUntil: until || null,
          })
        }}
      >
        <ScopeField value={chosen} change={setChosen} among={scope} help={words.scopeHelp} />
        <Field label={words.from}>
          {(control) => <input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
        <Field label={words.until} help={words.untilHelp}>
          {(control) => <input {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}
        </Field>
        <RefusalNote refusal={file.refusal} unsent={file.unsent} />
        <p className="acts">
          <button type="submit" className="btn primary" aria-busy={file.pending}>
            {words.addFiling}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {shell.close}
          </button>
        </p>
      </form>
    </section>
  )
}
