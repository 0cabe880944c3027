import { useState } from 'react'
import { Field } from '../../parts/field'
import { RefusalNote } from '../../parts/refusal-note'
import type { Refusal } from '../../wire/send'
import { useWords } from '../../words/use-words'

type Props = {
  readonly validUntil: string | null
  readonly command: { readonly pending: boolean; readonly unsent: boolean; readonly refusal: Refusal | null }
  readonly renew: (validUntil: string | null) => void
  readonly leave: () => void
}

/** The same day one year later, as a first guess. */
const yearLater = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4).replace('-02-29', '-02-28')}`

/** Until when: the new last day of a licence or filing. */
export function RenewForm({ validUntil, command: { pending, unsent, refusal }, renew, leave }: Props) {
  const { network: words, shell } = useWords()
  const [until, setUntil] = useState(validUntil ? yearLater(validUntil) : '')
  return (
    <form
      className="form renew"
      onSubmit={(event) => {
        event.preventDefault()
        renew(until || null)
      }}
    >
      <Field label={words.renewTo} help={words.untilHelp}>
        {(control) => <input {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}
      </Field>
      <RefusalNote refusal={refusal} unsent={unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={pending}>
          {words.renewSubmit}
        </button>
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </p>
    </form>
  )
}
