import { type Enum, enums } from '../client/enums'
import { useBilingual, useWords } from '../words/use-words'

export type ShownValue = {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly value: number
  readonly unit: string
  readonly low: number | null
  readonly high: number | null
  readonly flag: Enum<'resultFlag'> | null
}

const arrows: Readonly<Record<Enum<'resultFlag'>, string>> = { low: '↓', high: '↑', 'critical-low': '↓↓', 'critical-high': '↑↑' }

/** A reference range as a reader expects it: `3.5–5.3`, `≤10`, `≥1`. */
export function rangeText({ low, high }: { readonly low: number | null; readonly high: number | null }): string {
  if (low !== null && high !== null) return `${low}–${high}`
  if (high !== null) return `≤${high}`
  return low === null ? '—' : `≥${low}`
}

/** Measured values with their ranges; what is out of range says so by arrow, weight and word. */
export function ResultValues({ values }: { values: readonly ShownValue[] }) {
  const words = useWords().care
  const pick = useBilingual()
  return (
    <table className="values">
      <caption className="sr">{words.values}</caption>
      <tbody>
        {values.map(({ code, name, value, unit, low, high, flag }) => (
          <tr key={code} className={flag ?? undefined}>
            <th scope="row">{pick(name)}</th>
            <td className="num r">
              {value} {flag && arrows[flag]}
            </td>
            <td className="note">{unit}</td>
            <td className="note num">{rangeText({ low, high })}</td>
            <td>
              {flag && <span className={flag.startsWith('critical') ? 'tag danger' : 'tag neutral'}>{pick(enums.resultFlag[flag])}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
