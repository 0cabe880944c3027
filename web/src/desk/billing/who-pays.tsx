import { formatFen } from '../../parts/money'
import { ShareBar } from '../../parts/share-bar'
import { useBilingual, useWords } from '../../words/use-words'

type Name = { readonly zh: string; readonly en: string }
type Parts = { readonly listFen: number; readonly discountFen: number; readonly payerFen: number; readonly patientFen: number }
export type StepLine = { readonly step: string; readonly amountFen: number; readonly sentence: Name }

/** Who pays how much of a list price, as a bar and as a list that adds up to it. */
export function WhoPays({ of, payer }: { of: Parts; payer: Name | null }) {
  const words = useWords().billing
  const pick = useBilingual()
  const shares = [
    { key: 'patient', name: words.patient, amountFen: of.patientFen },
    { key: 'payer', name: payer ? words.payerDirect(pick(payer)) : '', amountFen: of.payerFen },
    { key: 'discount', name: words.discountNobody, amountFen: of.discountFen, colour: 'c5' as const },
  ]
  return <ShareBar shares={shares} totalFen={of.listFen} />
}

/** Why the patient pays what she pays, step by step; the last line is the sum. */
export function WhySteps({ steps, patientFen }: { steps: readonly StepLine[]; patientFen: number }) {
  const words = useWords().billing
  const pick = useBilingual()
  if (steps.length === 0) return <p className="note">{words.noCover}</p>
  return (
    <table className="sum num">
      <tbody>
        {steps.map(({ step, amountFen, sentence }) => (
          <tr key={step} className={step === 'contract-price' ? undefined : 'pays'}>
            <td>{pick(sentence)}</td>
            <td>{formatFen(amountFen)}</td>
          </tr>
        ))}
        <tr className="total">
          <td>{words.patientPays}</td>
          <td>{formatFen(patientFen)}</td>
        </tr>
      </tbody>
    </table>
  )
}
