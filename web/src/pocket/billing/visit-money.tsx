import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Enum } from '../../client/enums'
import { formatFen } from '../../parts/money'
import { Quoted } from '../../parts/quoted'
import { quoteOf } from '../../parts/quoted.data'
import { useLive } from '../../wire/live'
import { useWords } from '../../words/use-words'
import { newestBills } from './bill.data'

const before: readonly Enum<'visitStatus'>[] = ['held', 'booked', 'arrived', 'waiting', 'called', 'missed']
const after: readonly Enum<'visitStatus'>[] = ['in-progress', 'completed']

type Props = { readonly visitId: string; readonly status: Enum<'visitStatus'>; readonly person: string | undefined }

/** What a visit will cost while it is to come, and its bills once it has begun. */
export function VisitMoney({ visitId, status, person }: Props) {
  if (before.includes(status)) return <Estimate visitId={visitId} />
  if (after.includes(status)) return <BillsOf visitId={visitId} person={person} />
  return null
}

function Estimate({ visitId }: { visitId: string }) {
  const words = useWords().bill
  const { data } = useQuery(quoteOf(visitId))
  if (!data) return null
  return (
    <section className="sheet" aria-label={words.estimate}>
      <h2>{words.estimate}</h2>
      <Quoted quote={data.quote} reader="you" />
    </section>
  )
}

function BillsOf({ visitId, person }: { visitId: string; person: string | undefined }) {
  const words = useWords().bill
  const { data } = useLive(newestBills(person), { net: false })
  if (!data) return null
  const bills = data.items.filter((one) => one.visitId === visitId)
  if (bills.length === 0) return <p className="note">{words.billToCome}</p>
  return bills.map(({ billId, patientFen }) => (
    <Link key={billId} className="btn primary wide" to="/bill" search={{ person, bill: billId }}>
      {words.seeBill(formatFen(patientFen))}
    </Link>
  ))
}
