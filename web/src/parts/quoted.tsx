import { enums } from '../client/enums'
import type { ShowQuoteAnswer } from '../client/operations'
import { useBilingual, useWords } from '../words/use-words'
import { timeOf } from './moment'
import { WhoPays, WhyFold } from './who-pays'

type Quote = ShowQuoteAnswer['quote']

/** By which product a quote was made, and whether the payer has confirmed it. */
export function CoverLine({ quote: { productName, eligibility } }: { quote: Pick<Quote, 'productName' | 'eligibility'> }) {
  const words = useWords().bill
  const pick = useBilingual()
  if (!productName || !eligibility) return null
  const state = pick(enums.eligibilityState[eligibility.state])
  return (
    <p className="note num">
      {pick(productName)} · {eligibility.asOf ? words.checkedAt(state, timeOf(eligibility.asOf)) : state}
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
