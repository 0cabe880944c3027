import { useState } from 'react'
import { Field } from '../../../parts/field'
import { MissingNote } from '../../../parts/form'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { fenOf, yuanOf } from '../amount'
import { afterChange, type RefundLine, verbs } from '../billing.data'
import type { Bill } from './bill-lines'
import { RefundPreview } from './refund-preview'

/** How much of each chosen line is refunded, as it is written. */
type Chosen = Readonly<Record<string, string>>

/** Which lines, how much, and why; what goes back to whom is shown before the yes. */
export function RefundPane({ bill, leave }: { bill: Bill; leave: () => void }) {
  const { billing: words, shell } = useWords()
  const [chosen, setChosen] = useState<Chosen>({})
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const refund = useCommand(verbs.makeRefund, bill.billId, { makesOld: afterChange, onDone: leave })
  const lines = linesOf(bill, chosen)
  const sumFen = lines.reduce((sum, line) => sum + (line.amountFen ?? listOf(bill, line.chargeId)), 0)
  const press = () => {
    setMissing(reason.trim().length < 2)
    if (reason.trim().length >= 2) refund.run({ billId: bill.billId, version: bill.version, lines, reason: reason.trim() })
  }
  return (
    <aside className="hold col" aria-label={words.refundTitle}>
      <div className="grow">
        <section>
          <h2>{words.refundTitle}</h2>
          <p className="note">{words.refundHint}</p>
          <div className="form tight">
            <LineChoice bill={bill} chosen={chosen} choose={setChosen} />
            <Field label={words.reason}>
              {(control) => <input {...control} value={reason} maxLength={200} onChange={({ target }) => setReason(target.value)} />}
            </Field>
          </div>
        </section>
        {lines.length > 0 && <RefundPreview bill={bill} lines={lines} />}
      </div>
      <div className="foot stacked">
        <MissingNote>{missing && words.reasonMissing}</MissingNote>
        <RefusalNote refusal={refund.refusal} unsent={refund.unsent} />
        <p className="acts">
          {lines.length > 0 && (
            <button type="button" className="btn primary" aria-busy={refund.pending} onClick={press}>
              {words.makeRefund(formatFen(sumFen))}
            </button>
          )}
          <button type="button" className="btn" onClick={leave}>
            {shell.close}
          </button>
        </p>
      </div>
    </aside>
  )
}

const listOf = ({ services }: Bill, chargeId: string): number =>
  services.flatMap(({ lines }) => lines).find((line) => line.chargeId === chargeId)?.listFen ?? 0

/** The chosen lines as the command takes them; the whole of a line is said as such. */
function linesOf(bill: Bill, chosen: Chosen): RefundLine[] {
  return Object.entries(chosen).flatMap(([chargeId, yuan]) => {
    const amountFen = fenOf(yuan)
    if (!amountFen) return []
    return [{ chargeId, amountFen: amountFen === listOf(bill, chargeId) ? null : amountFen }]
  })
}

function LineChoice({ bill, chosen, choose }: { bill: Bill; chosen: Chosen; choose: (chosen: Chosen) => void }) {
  const words = useWords().billing
  const pick = useBilingual()
  const lines = bill.services.flatMap((service) => service.lines).filter(({ listFen }) => listFen > 0)
  return (
    <ul className="links refund-lines">
      {lines.map(({ chargeId, name, listFen }) => {
        const yuan = chosen[chargeId]
        const turn = (on: boolean) => {
          const { [chargeId]: _, ...others } = chosen
          choose(on ? { ...others, [chargeId]: yuanOf(listFen) } : others)
        }
        return (
          <li key={chargeId}>
            <label>
              <input type="checkbox" checked={yuan !== undefined} onChange={({ target }) => turn(target.checked)} /> {pick(name)}
            </label>
            {yuan === undefined ? (
              <span className="num">{formatFen(listFen)}</span>
            ) : (
              <input
                className="num"
                inputMode="decimal"
                size={9}
                aria-label={`${words.refundLine(pick(name))} ${words.refundAmount}`}
                value={yuan}
                onChange={({ target }) => choose({ ...chosen, [chargeId]: target.value })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
