import { useState } from 'react'
import type { ShowCheckoutAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { WhoPays, WhySteps } from '../../../parts/who-pays'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, verbs } from '../billing.data'
import { PaymentForm } from '../payment-form'

type Command = Pick<ReturnType<typeof useCommand>, 'pending' | 'refusal' | 'unsent'>
type Props = { readonly of: ShowCheckoutAnswer; readonly command: Command; readonly issue: () => void }

/** Who pays what and why, what was left in advance, and the one button. */
export function CheckoutSide({ of, command, issue }: Props) {
  const words = useWords().billing
  const may = useMay('billing.bill.issue')
  const { quote } = of
  return (
    <aside className="hold col" aria-label={words.whoPays}>
      <div className="grow">
        {quote && (
          <section>
            <h2>{words.whoPays}</h2>
            <WhoPays parts={quote} reader="patient" />
          </section>
        )}
        {quote && (
          <section>
            <h3>{words.why(formatFen(quote.patientFen))}</h3>
            {quote.steps.length === 0 ? (
              <p className="note">{words.noCover}</p>
            ) : (
              <WhySteps steps={quote.steps} patientFen={quote.patientFen} reader="patient" />
            )}
            {quote.eligibility?.state === 'not-confirmed' && <p className="note">{words.notConfirmed}</p>}
          </section>
        )}
        <Deposit of={of} />
      </div>
      {quote && may && (
        <div className="foot">
          <RefusalNote refusal={command.refusal} unsent={command.unsent} />
          <button type="button" className="btn primary wide" aria-busy={command.pending} onClick={issue}>
            {quote.patientFen > 0 ? words.issue(formatFen(quote.patientFen)) : words.issueFree}
          </button>
        </div>
      )}
    </aside>
  )
}

const means = ['cash', 'card', 'transfer'] as const

/** What was left in advance: more is taken, or it is given back. */
function Deposit({ of: { depositFen, networkId, person } }: { of: ShowCheckoutAnswer }) {
  const words = useWords().billing
  const may = useMay('billing.deposit.take')
  const [open, setOpen] = useState<'takeDeposit' | 'returnDeposit' | null>(null)
  const done = { makesOld: afterChange, onDone: () => setOpen(null) }
  const take = useCommand(verbs.takeDeposit, person.personId, done)
  const giveBack = useCommand(verbs.returnDeposit, person.personId, done)
  const command = open === 'returnDeposit' ? giveBack : take
  return (
    <section>
      <h3>{words.deposit}</h3>
      <p className="num">{words.depositLeft(formatFen(depositFen))}</p>
      {may && open === null && (
        <p className="acts">
          <button type="button" className="text" onClick={() => setOpen('takeDeposit')}>
            {words.takeDeposit}
          </button>
          {depositFen > 0 && (
            <button type="button" className="text" onClick={() => setOpen('returnDeposit')}>
              {words.returnDeposit}
            </button>
          )}
        </p>
      )}
      {open && (
        <PaymentForm
          key={open}
          means={means}
          openFen={open === 'returnDeposit' ? depositFen : 0}
          verb={open === 'returnDeposit' ? words.returnDepositOf : words.takeDepositOf}
          busy={command.pending}
          strong={false}
          submit={({ means: by, ...taken }) =>
            by !== 'deposit' && command.run({ networkId, personId: person.personId, means: by, ...taken })
          }
        />
      )}
      <RefusalNote refusal={command.refusal} unsent={command.unsent} />
    </section>
  )
}
