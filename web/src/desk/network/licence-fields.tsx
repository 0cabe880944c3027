import { Field } from '../../parts/field'
import { useWords } from '../../words/use-words'
import { ScopeField } from './scope-field'

type Props = { readonly scope: readonly string[]; readonly changeScope: (scope: string[]) => void; readonly optional?: boolean }

/** Number, scope and days of a licence; both days are included. */
export function LicenceFields({ scope, changeScope, optional = false }: Props) {
  const words = useWords().network
  return (
    <>
      <Field label={words.licenceNumber} {...(optional ? { help: words.licenceHelp } : {})}>
        {(control) => <input {...control} name="number" maxLength={40} autoComplete="off" />}
      </Field>
      <ScopeField value={scope} change={changeScope} />
      <Field label={words.from}>{(control) => <input {...control} name="from" type="date" />}</Field>
      <Field label={words.until} help={words.untilHelp}>
        {(control) => <input {...control} name="until" type="date" />}
      </Field>
    </>
  )
}
