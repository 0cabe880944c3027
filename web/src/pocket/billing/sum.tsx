import { dateOf, timeOf, useDays } from '../../parts/moment'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { isoNow } from '../../parts/use-now'
import { WhoPays } from '../../parts/who-pays'
import { useBilingual, useWords } from '../../words/use-words'
import type { Bill } from './bill.data'

/** What for, when, by whom; what I pay of it and who pays the rest. */
export function Sum({ bill }: { bill: Bill }) {
  const words = useWords().bill
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  const { number, state, services, patientFen, patientPaidFen, patientOpenFen, listFen, issuedFen, cover } = bill
  const first = services[0]
  return (
    <section className="sheet bill">
      <h2>
        {first && (services.length > 1 ? words.andMore(pick(first.name), services.length) : pick(first.name))}
        <StatusMark of="billState" value={state} />
      </h2>
      {first && (
        <p className="dim num">
          {format.full(dateOf(first.at))} {timeOf(first.at)} · {pick(first.owner)}
        </p>
      )}
      <p className="note num">{number}</p>
      <p className="next-t num">
        <b>{formatFen(patientFen)}</b> <span className="dim">{words.youPay}</span>
      </p>
      {listFen < issuedFen && <p className="num">{words.givenBack(formatFen(issuedFen), formatFen(issuedFen - listFen))}</p>}
      {patientFen < listFen && <WhoPays parts={{ ...bill, payer: cover?.payer ?? null }} reader="you" />}
      {patientOpenFen > 0 && patientPaidFen > 0 && (
        <p className="l num">
          <span>{words.paidSoFar(formatFen(patientPaidFen))}</span> <b>{words.stillOpen(formatFen(patientOpenFen))}</b>
        </p>
      )}
    </section>
  )
}
