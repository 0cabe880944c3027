import { useState } from 'react'
import { formatFen } from '../../parts/money'
import { Qr } from '../../parts/qr'
import { useWords } from '../../words/use-words'
import type { Bill } from './bill.data'

/** How to pay what is open: at a front desk, where the number of the bill is read from the screen. */
export function Pay({ bill: { number, patientOpenFen } }: { bill: Bill }) {
  const words = useWords().bill
  const [shown, setShown] = useState(false)
  const amount = formatFen(patientOpenFen)
  return (
    <section className="confirm" aria-label={words.pay(amount)}>
      {shown && (
        <>
          <Qr text={number} label={words.qrLabel(number)} />
          <p className="code num">{number}</p>
          <p role="status">{words.payHow(amount)}</p>
        </>
      )}
      <button type="button" className={shown ? 'btn wide' : 'btn primary wide'} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? words.hideCode : words.pay(amount)}
      </button>
    </section>
  )
}
