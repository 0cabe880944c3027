import type { ReactNode } from 'react'
import { formatAmount } from '../../../parts/money'

type StepProps = {
  readonly place: number
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly mark?: ReactNode
  readonly amountFen?: number | null
  /** Written out already. */
  readonly amount?: string
  readonly last?: boolean
  readonly children: ReactNode
}

/** One step of a chain: what it is, its sum at the right, and what it is made of. */
export function Step({ place, title, note, mark, amountFen, amount, last = false, children }: StepProps) {
  const sum = amount ?? (amountFen === null || amountFen === undefined ? '' : formatAmount(amountFen))
  return (
    <li className={last ? 'why-step last' : 'why-step'}>
      <span className="no" aria-hidden="true">
        {place}
      </span>
      <div>
        <h3>
          <span>{title}</span>
          {note && <span className="note">{note}</span>}
          {mark}
          <span className="end">{sum}</span>
        </h3>
        {children}
      </div>
    </li>
  )
}

export type Part = {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly amountFen: number
  /** It leads to the line that is explained. */
  readonly onWay: boolean
}

/** The parts of a step: a bar on the scale of the whole chain, then each with its figures; those on the way first. */
export function Parts({ parts, totalFen }: { parts: readonly Part[]; totalFen: number }) {
  const sorted = [...parts.filter(({ onWay }) => onWay), ...parts.filter(({ onWay }) => !onWay)]
  const sign = totalFen < 0 ? -1 : 1
  return (
    <>
      <div className="flow" aria-hidden="true">
        {sorted.map(
          ({ key, amountFen, onWay }) =>
            amountFen * sign > 0 && (
              <i key={key} className={onWay ? 'go' : 'out'} style={{ '--w': amountFen * sign } as React.CSSProperties} />
            ),
        )}
      </div>
      <table className="sum">
        <tbody>
          {sorted.map(({ key, name, note, amountFen, onWay }) => (
            <tr key={key} className={onWay ? 'go' : 'out'}>
              <td>
                <span className="dot" aria-hidden="true" />
                {name}
              </td>
              <td className="mid">{note}</td>
              <td className={amountFen < 0 ? 'neg' : undefined}>{formatAmount(amountFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
