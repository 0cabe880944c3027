import { useState } from 'react'
import { type Enum, enums } from '../../client/enums'
import { Field } from '../../parts/field'
import { Options } from '../../parts/form'
import { formatFen } from '../../parts/money'
import { useWords } from '../../words/use-words'
import { fenOf, yuanOf } from './amount'

type Means = Enum<'paymentMeans'>
export type Taken = { readonly means: Means; readonly amountFen: number; readonly reference: string | null }
type Props = {
  readonly means: readonly Means[]
  readonly openFen: number
  readonly verb: (amount: string) => string
  readonly busy: boolean
  readonly strong?: boolean
  readonly submit: (taken: Taken) => void
}

/** What is taken, how, and its reference; the button says the amount. */
export function PaymentForm({ means: allowed, openFen, verb, busy, strong = true, submit }: Props) {
  const words = useWords().billing
  const [means, setMeans] = useState<Means>(allowed[0] ?? 'cash')
  const [yuan, setYuan] = useState(openFen > 0 ? yuanOf(openFen) : '')
  const [reference, setReference] = useState('')
  const fen = fenOf(yuan)
  const traced = means === 'card' || means === 'transfer'
  const send = () => fen !== null && fen > 0 && submit({ means, amountFen: fen, reference: traced ? reference.trim() || null : null })
  return (
    <form
      className="form tight"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="pair">
        <Field label={words.means}>
          {(control) => (
            <select {...control} value={means} onChange={({ target }) => setMeans(target.value as Means)}>
              <Options of={Object.fromEntries(allowed.map((one) => [one, enums.paymentMeans[one]]))} />
            </select>
          )}
        </Field>
        <Field label={words.amount}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              className="num"
              value={yuan}
              autoComplete="off"
              onChange={({ target }) => setYuan(target.value)}
            />
          )}
        </Field>
      </div>
      {traced && (
        <Field label={words.reference} help={words.referenceHelp}>
          {(control) => (
            <input {...control} value={reference} maxLength={80} autoComplete="off" onChange={({ target }) => setReference(target.value)} />
          )}
        </Field>
      )}
      <button type="submit" className={strong ? 'btn primary wide' : 'btn wide'} aria-busy={busy} aria-disabled={!fen}>
        {fen ? verb(formatFen(fen)) : words.takeNothing}
      </button>
    </form>
  )
}
