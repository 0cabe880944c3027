import { useWords } from '../words/use-words'
import { Icon } from './icon'
import { formatFen } from './money'

export type BarShare = {
  readonly key: string
  readonly name: string
  readonly amountFen: number
  /** Beside the name: a rate, a role. */
  readonly note?: string
}

const colours = ['c1', 'c2', 'c3', 'c4']
const colourOf = (place: number): string => colours[place] ?? 'c5'

/** Who gets what, as a bar and as a list that adds up; a party that pays is below zero and has no length in the bar. */
export function ShareBar({ shares, totalFen, compact = false }: { shares: readonly BarShare[]; totalFen: number; compact?: boolean }) {
  const words = useWords().agreements
  const shown = shares.filter(({ amountFen }) => amountFen !== 0)
  const adds = shares.reduce((sum, { amountFen }) => sum + amountFen, 0) === totalFen
  return (
    <div className="shares">
      <span className="splitbar" aria-hidden="true">
        {shown.map(
          ({ key, amountFen }, place) =>
            amountFen > 0 && <i key={key} className={colourOf(place)} style={{ '--w': amountFen } as React.CSSProperties} />,
        )}
      </span>
      {!compact && (
        <table className="sum num">
          <tbody>
            {shown.map(({ key, name, amountFen, note }, place) => (
              <tr key={key}>
                <td>
                  <i className={`key ${colourOf(place)}`} aria-hidden="true" />
                  {name} {note && <small className="note">{note}</small>}
                </td>
                <td>{formatFen(amountFen)}</td>
              </tr>
            ))}
            <tr className="total">
              <td>
                {adds && (
                  <span className="ok">
                    <Icon name="check" />
                    {words.addsUp}
                  </span>
                )}
              </td>
              <td>{formatFen(totalFen)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </div>
  )
}
