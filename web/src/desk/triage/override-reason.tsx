import { Field } from '../../parts/field'
import { useMay } from '../../wire/session'
import { useWords } from '../../words/use-words'

export const reasonIsEnough = (reason: string): boolean => reason.trim().length >= 2

/** Why a visit is booked against a red flag; kept with the visit. Nothing for who may not. */
export function OverrideReason({ reason, change }: { reason: string; change: (reason: string) => void }) {
  const words = useWords().triage
  const may = useMay('triage.red-flag.override')
  if (!may) return null
  return (
    <div className="form override">
      <Field label={words.overrideReason} help={words.overrideHelp}>
        {(control) => <input {...control} maxLength={200} value={reason} onChange={({ target }) => change(target.value)} />}
      </Field>
    </div>
  )
}
