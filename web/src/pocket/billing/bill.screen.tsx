import { useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../parts/answer'
import { LiveAge } from '../../parts/live-age'
import { formatFen } from '../../parts/money'
import { WhySteps } from '../../parts/who-pays'
import { useLive } from '../../wire/live'
import { useBilingual, useWords } from '../../words/use-words'
import { Bar } from '../frame/bar'
import { type Bill, bill } from './bill.data'
import { Charges } from './charges'
import { ClaimCard } from './claim-card'
import { Moved } from './moved'
import { Pay } from './pay'
import { Sum } from './sum'
import { Wrong } from './wrong'

/** Why this sum: what I pay, what the payer pays, by which rules, and what has been paid of it. */
export function BillScreen() {
  const words = useWords().bill
  const { bill: billId, person } = useSearch({ from: '/shell/bill' })
  return (
    <>
      <Bar title={words.bill} back>
        <LiveAge />
      </Bar>
      {billId ? (
        <One billId={billId} person={person} />
      ) : (
        <main id="main" tabIndex={-1}>
          <Empty title={words.noBills} hint={words.noBillsHint} />
        </main>
      )}
    </>
  )
}

function One({ billId, person }: { billId: string; person: string | undefined }) {
  const query = useLive(bill(billId, person), { net: false })
  return (
    <>
      <main id="main" tabIndex={-1}>
        <Answer of={query}>
          {({ bill: found }) => (
            <>
              <Sum bill={found} />
              <Why bill={found} />
              <ClaimCard bill={found} />
              <Moved bill={found} />
              <section className="sheet flush folds">
                <Charges bill={found} />
                <Wrong number={found.number} />
              </section>
            </>
          )}
        </Answer>
      </main>
      {query.data && query.data.bill.patientOpenFen > 0 && <Pay bill={query.data.bill} />}
    </>
  )
}

/** The steps of the plan, and how much of its year is used up; nothing where nobody covers. */
function Why({ bill: { steps, patientFen, cover } }: { bill: Bill }) {
  const words = useWords().bill
  const pick = useBilingual()
  if (!cover || steps.length === 0) return null
  const { productName, deductibleFen, deductibleUsedFen, limitFen, limitUsedFen } = cover
  return (
    <section className="sheet">
      <h2>{words.whyYou(formatFen(patientFen))}</h2>
      <WhySteps steps={steps} patientFen={patientFen} reader="you" />
      <p className="note">{words.planUsed(pick(productName))}</p>
      {deductibleFen > 0 && <p className="note num">{words.deductibleUsed(formatFen(deductibleUsedFen), formatFen(deductibleFen))}</p>}
      {limitFen !== null && <p className="note num">{words.limitUsed(formatFen(limitUsedFen), formatFen(limitFen))}</p>}
    </section>
  )
}
