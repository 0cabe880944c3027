import { formatFen } from '../../parts/money'
import { useWords } from '../../words/use-words'
import type { BillRow } from './bill.data'

/** What is still to be paid of some bills, fen. */
const openFenOf = (bills: readonly Pick<BillRow, 'patientOpenFen'>[]): number =>
  bills.reduce((sum, { patientOpenFen }) => sum + patientOpenFen, 0)

/** What is to be paid in all; nothing when nothing is. */
export function OpenSum({ bills }: { bills: readonly BillRow[] }) {
  const words = useWords().bill
  const openFen = openFenOf(bills)
  if (openFen === 0) return null
  return (
    <section className="sheet" aria-label={words.toPay}>
      <p className="next-t num">
        <b>{formatFen(openFen)}</b> <span className="dim">{words.toPay}</span>
      </p>
      <p className="note">{words.payAtDesk}</p>
    </section>
  )
}
