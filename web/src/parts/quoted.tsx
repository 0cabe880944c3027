import { enums } from '../client/enums'
import type { ShowQuoteAnswer } from '../client/operations'
import { useBilingual, useWords } from '../words/use-words'
import { dateOf, timeOf } from './moment'
import { isoNow } from './use-now'
import { WhoPays, WhyFold } from './who-pays'

type Quote = ShowQuoteAnswer['quote']

/** By which product a quote was made, and since when the payer has confirmed it. */
function CoverLine({ quote: { productName, eligibility } }: { quote: Quote }) {
  const pick = useBilingual()
  if (!productName || !eligibility) return null
  const { state, asOf } = eligibility
  const since = asOf && (dateOf(asOf) === dateOf(isoNow()) ? timeOf(asOf) : dateOf(asOf))
  return (
    <p className="note num">
      {pick(productName)} · {pick(enums.eligibilityState[state])} {since}
    </p>
  )
}

/** What a visit will cost: who pays how much, by which cover, and why. */
export function Quoted({ quote, reader }: { quote: Quote; reader: 'you' | 'patient' }) {
  const words = useWords().bill
  return (
    <>
      <CoverLine quote={quote} />
      <WhoPays parts={quote} reader={reader} />
      {quote.eligibility?.state === 'not-confirmed' && <p className="note">{words.notConfirmed}</p>}
      <WhyFold steps={quote.steps} patientFen={quote.patientFen} reader={reader} />
    </>
  )
}
