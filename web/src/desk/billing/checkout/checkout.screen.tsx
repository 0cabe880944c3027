import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShowCheckoutAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { useLive } from '../../../wire/live'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { PatientBanner } from '../../frame/patient-banner'
import { BillTable } from '../bill-table'
import { afterChange, checkout, verbs } from '../billing.data'
import { Charges } from './charges'
import { CheckoutSide } from './checkout-side'
import { type Answers, Findings, toAnswers } from './findings'

/** What is owed for a visit and who pays it: every open charge of every owner, closed in one bill. */
export function CheckoutScreen() {
  const { visitId } = useParams({ from: '/shell/checkout/$visitId' })
  const query = useLive(checkout(visitId))
  return <Answer of={query}>{(found) => <Checkout key={visitId} of={found} />}</Answer>
}

function Checkout({ of }: { of: ShowCheckoutAnswer }) {
  const words = useWords().billing
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<Answers>({})
  const issue = useCommand(verbs.issueBill, of.visitId, {
    makesOld: afterChange,
    onDone: ({ billId }) => void navigate({ to: '/bills/$billId', params: { billId } }),
  })
  return (
    <>
      <PatientBanner personId={of.person.personId} />
      <div className="split-view with-hold">
        <div className="col">
          <div className="head">
            <h1>{words.checkoutOf(of.person.name ?? words.unnamed)}</h1>
            <span className="end note num">{of.serviceDate}</span>
          </div>
          <div className="grow">
            {of.quote ? <Charges of={of} /> : <Empty title={words.nothingOpen} hint={words.nothingOpenHint} />}
            {of.quote && <Findings of={of} answers={answers} answer={setAnswers} />}
            {of.bills.length > 0 && (
              <section>
                <h2 className="cap">{words.billsOfVisit}</h2>
                <BillTable items={of.bills} />
              </section>
            )}
          </div>
        </div>
        <CheckoutSide of={of} command={issue} issue={() => issue.run({ visitId: of.visitId, answers: toAnswers(answers) })} />
      </div>
    </>
  )
}
