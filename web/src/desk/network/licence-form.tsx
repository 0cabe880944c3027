import { useState } from 'react'
import { Form, MissingNote, textOf } from '../../parts/form'
import { RefusalNote } from '../../parts/refusal-note'
import type { Refusal } from '../../wire/send'
import { useWords } from '../../words/use-words'
import { LicenceFields } from './licence-fields'

export type NewLicence = {
  readonly number: string
  readonly scope: readonly string[]
  readonly validFrom: string
  readonly validUntil: string | null
}
type Props = {
  readonly command: { readonly pending: boolean; readonly unsent: boolean; readonly refusal: Refusal | null }
  readonly add: (licence: NewLicence) => void
  readonly leave: () => void
}

/** The first licence of a party that is known already. */
export function LicenceForm({ command: { pending, unsent, refusal }, add, leave }: Props) {
  const { network: words, shell } = useWords()
  const [scope, setScope] = useState<string[]>([])
  const [missing, setMissing] = useState(false)
  const submit = (form: FormData) => {
    const number = textOf(form, 'number')
    const validFrom = textOf(form, 'from')
    const complete = number !== undefined && validFrom !== undefined && scope.length > 0
    setMissing(!complete)
    if (complete) add({ number, scope, validFrom, validUntil: textOf(form, 'until') ?? null })
  }
  return (
    <Form className="form" submit={submit}>
      <LicenceFields scope={scope} changeScope={setScope} />
      <MissingNote>{missing && words.licenceNeeds}</MissingNote>
      <RefusalNote refusal={refusal} unsent={unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={pending}>
          {words.addLicence}
        </button>
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </p>
    </Form>
  )
}
