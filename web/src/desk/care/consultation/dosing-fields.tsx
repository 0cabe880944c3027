import { useId } from 'react'
import { enums } from '../../../client/enums'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Term } from '../term-picker'

/** Dose, way, times and days of a drug, in the drug's unit. */
export function DosingFields({ drug: { strength, doseUnit, routes } }: { drug: NonNullable<Term['drug']> }) {
  const words = useWords().care
  const pick = useBilingual()
  const id = useId()
  const number = (name: 'dose' | 'timesPerDay' | 'days', fallback: number, label: string) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        name={name}
        className="num"
        type="number"
        min={name === 'dose' ? 0.01 : 1}
        step="any"
        required
        defaultValue={fallback}
      />
    </div>
  )
  const routeWord = (route: string) => {
    const word = (enums.drugRoute as Record<string, { zh: string; en: string }>)[route]
    return word ? pick(word) : route
  }
  return (
    <div className="dosing">
      {number('dose', Number.parseFloat(strength) || 1, `${words.dose} (${doseUnit})`)}
      {number('timesPerDay', 1, words.timesPerDay)}
      {number('days', 7, words.days)}
      <div>
        <label htmlFor={`${id}-route`}>{words.route}</label>
        <select id={`${id}-route`} name="route">
          {routes.map((route) => (
            <option key={route} value={route}>
              {routeWord(route)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
