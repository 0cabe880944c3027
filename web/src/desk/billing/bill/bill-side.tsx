import { type Enum, enums } from '../../../client/enums'
import type { ShowBillAnswer } from '../../../client/operations'
import { dateOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { WhoPays, WhySteps } from '../../../parts/who-pays'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, verbs } from '../billing.data'
import { PaymentForm } from '../payment-form'
import type { Bill } from './bill-lines'

/** Who pays what and why, the claim, and what can be done: take what is open, or give back. */
export function BillSide({ of, refund }: { of: ShowBillAnswer; refund: () => void }) {
  const words = useWords().billing
  const pick = useBilingual()
  const mayRefund = useMay('billing.refund.make')
  const { bill } = of
  return (
    <aside className="hold col" aria-label={words.whoPays}>
      <div className="grow">
        <section>
          <h2>{words.whoPays}</h2>
          <WhoPays parts={{ ...bill, payer: bill.cover?.payer ?? null }} reader="patient" />
        </section>
        <section>
          <h3>{words.why(formatFen(bill.patientFen))}</h3>
          {bill.steps.length === 0 ? (
            <p className="note">{words.noCover}</p>
          ) : (
            <WhySteps steps={bill.steps} patientFen={bill.patientFen} reader="patient" />
          )}
          {bill.cover && <p className="note">{words.policy(pick(bill.cover.productName), bill.cover.policyNumber)}</p>}
        </section>
        {bill.claim && <ClaimSection claim={bill.claim} />}
        {mayRefund && bill.listFen > 0 && (
          <section>
            <button type="button" className="btn" onClick={refund}>
              {words.refund}
            </button>
          </section>
        )}
      </div>
      {bill.patientOpenFen > 0 && <TakePayment bill={bill} depositFen={of.depositFen} />}
    </aside>
  )
}

function ClaimSection({ claim }: { claim: NonNullable<Bill['claim']> }) {
  const words = useWords().billing
  const pick = useBilingual()
  const { number, state, claimedFen, answeredFen, paidFen, dueAt } = claim
  return (
    <section>
      <h3>
        {words.claim} <span className="num">{number}</span>
      </h3>
      <p>{pick(enums.claimState[state])}</p>
      <p className="note">
        {answeredFen === null
          ? words.claimLine(formatFen(claimedFen), dateOf(dueAt))
          : words.claimAnswered(formatFen(answeredFen), formatFen(paidFen))}
      </p>
    </section>
  )
}

function TakePayment({ bill: { billId, patientOpenFen }, depositFen }: { bill: Bill; depositFen: number }) {
  const words = useWords().billing
  const may = useMay('billing.payment.record')
  const pay = useCommand(verbs.recordPayment, billId, { makesOld: afterChange })
  if (!may) return null
  const means: readonly Enum<'paymentMeans'>[] = ['card', 'cash', 'transfer', ...(depositFen > 0 ? (['deposit'] as const) : [])]
  return (
    <div className="foot stacked">
      {depositFen > 0 && (
        <p className="note">
          {words.deposit} {words.depositLeft(formatFen(depositFen))}
        </p>
      )}
      <RefusalNote refusal={pay.refusal} unsent={pay.unsent} />
      <PaymentForm
        key={patientOpenFen}
        means={means}
        openFen={patientOpenFen}
        verb={words.take}
        busy={pay.pending}
        submit={(taken) => pay.run({ billId, ...taken })}
      />
    </div>
  )
}
