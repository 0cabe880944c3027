import { useId } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { useBilingual, useWords } from '../../../words/use-words'
import { vitalUnits } from './vital-units'

type Vitals = Readonly<Record<string, string>>
type Props = { readonly vitals: Vitals; readonly change: (vitals: Vitals) => void }

/** Ten numbers with their units; what is not measured stays empty. */
export function VitalsFields({ vitals, change }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  const id = useId()
  return (
    <fieldset className="vital-fields">
      <legend>{words.vitals}</legend>
      {(Object.keys(vitalUnits) as Enum<'vitalSign'>[]).map((sign) => (
        <div key={sign}>
          <label htmlFor={`${id}-${sign}`}>{pick(enums.vitalSign[sign])}</label>
          <span>
            <input
              id={`${id}-${sign}`}
              className="num"
              inputMode="decimal"
              value={vitals[sign] ?? ''}
              onChange={(event) => change({ ...vitals, [sign]: event.target.value })}
            />
            <small>{vitalUnits[sign]}</small>
          </span>
        </div>
      ))}
    </fieldset>
  )
}
