import { type Enum, enums } from '../client/enums'
import { useBilingual } from '../words/use-words'
import { arrowOf, numberText, unitText } from './measured'

type Measured = {
  readonly value: number | null
  readonly unit: string | null
  readonly flag: Enum<'factFlag'> | null
  readonly note: string | null
}

/** A value with its unit; what lies beside its range has weight, an arrow and, for who hears it, the word. */
export function MeasuredValue({ of: { value, unit, flag, note } }: { of: Measured }) {
  const pick = useBilingual()
  const text = value === null ? (note ?? '—') : numberText(value)
  const arrow = arrowOf(flag)
  return (
    <span className={flag ? 'num measured off' : 'num measured'}>
      <b>
        {text}
        {arrow && <span aria-hidden="true"> {arrow}</span>}
      </b>
      {value !== null && <span className="unit"> {unitText(unit)}</span>}
      {flag && <span className={arrow ? 'sr' : 'note'}> {pick(enums.factFlag[flag])}</span>}
    </span>
  )
}
