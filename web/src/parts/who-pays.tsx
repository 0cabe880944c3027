import { useBilingual, useWords } from '../words/use-words'
import { formatFen } from './money'

type Name = { readonly zh: string; readonly en: string }
/** Who pays how much of a list price; the three parts sum to it. */
export type PaidParts = {
  readonly listFen: number
  readonly discountFen: number
  readonly payerFen: number
  readonly patientFen: number
  /** Null: nobody covers the person. */
  readonly payer: Name | null
}
/** To whom it is told: to the patient, or to who serves her. */
type Reader = 'you' | 'patient'

/** Patient, payer and what nobody pays, as a bar and as rows that add up to the list price; without a cover the price alone. */
export function WhoPays({ parts, reader }: { parts: PaidParts; reader: Reader }) {
  const words = useWords().bill
  const pick = useBilingual()
  const { listFen, discountFen, payerFen, patientFen, payer } = parts
  const rows = [
    { colour: 'c1', name: words[reader], amountFen: patientFen },
    { colour: 'c2', name: payer && words.payerDirect(pick(payer)), amountFen: payerFen },
    { colour: 'c5', name: words.discount, amountFen: discountFen },
  ].filter(({ amountFen }) => amountFen > 0)
  if (patientFen === listFen) return <PriceAlone listFen={listFen} reader={reader} />
  return (
    <div className="who-pays">
      <span className="splitbar" aria-hidden="true">
        {rows.map(({ colour, amountFen }) => (
          <i key={colour} className={colour} style={{ '--w': amountFen } as React.CSSProperties} />
        ))}
      </span>
      <table className="sum num">
        <tbody>
          {rows.map(({ colour, name, amountFen }) => (
            <tr key={colour} className={colour === 'c1' ? 'pays' : undefined}>
              <td>
                <i className={`key ${colour}`} aria-hidden="true" />
                {name}
              </td>
              <td>{formatFen(amountFen)}</td>
            </tr>
          ))}
          <tr className="total">
            <td>{words.listPrice}</td>
            <td>{formatFen(listFen)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function PriceAlone({ listFen, reader }: { listFen: number; reader: Reader }) {
  const words = useWords().bill
  return (
    <table className="sum num">
      <tbody>
        <tr className="pays">
          <td>{reader === 'you' ? words.youPay : words.patientPays}</td>
          <td>{formatFen(listFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}

type Step = { readonly step: string; readonly amountFen: number; readonly sentence: Name }

/** The steps by which the patient pays what she pays; all but the price after the discount add up to it. */
export function WhySteps({ steps, patientFen, reader }: { steps: readonly Step[]; patientFen: number; reader: Reader }) {
  const words = useWords().bill
  const pick = useBilingual()
  const plain: Readonly<Record<string, string>> = {
    'not-covered': words.stepNotCovered,
    'contract-price': words.stepContractPrice,
    copay: words.stepCopay,
  }
  const isPrice = ({ step }: Step) => step === 'contract-price'
  return (
    <table className="sum num">
      <tbody>
        {[...steps.filter(isPrice), ...steps.filter((step) => !isPrice(step))].map((step) => (
          <tr key={step.step}>
            <td>{plain[step.step] ?? pick(step.sentence)}</td>
            <td className={isPrice(step) ? undefined : 'strong'}>{formatFen(step.amountFen)}</td>
          </tr>
        ))}
        <tr className="total">
          <td>{reader === 'you' ? words.youPay : words.patientPays}</td>
          <td>{formatFen(patientFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** The same behind one tap. */
export function WhyFold(props: { steps: readonly Step[]; patientFen: number; reader: Reader }) {
  const words = useWords().bill
  const { steps, patientFen, reader } = props
  if (steps.length === 0) return null
  return (
    <details className="fold">
      <summary>{(reader === 'you' ? words.whyYou : words.whyPatient)(formatFen(patientFen))}</summary>
      <WhySteps {...props} />
    </details>
  )
}
