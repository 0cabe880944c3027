import { ResultValues, type ShownValue } from '../../parts/result-values'
import { useWords } from '../../words/use-words'

export type ShownResult = {
  readonly values: readonly ShownValue[] | null
  readonly finding: string | null
  readonly impression: string | null
  readonly dispensed: { readonly quantity: number; readonly unit: string; readonly batch: string } | null
}

/** What came of an order: values, a report, or what was handed out. */
export function OrderResult({ result: { values, finding, impression, dispensed } }: { result: ShownResult }) {
  const words = useWords().care
  return (
    <>
      {values && <ResultValues values={values} />}
      {impression !== null && (
        <dl className="report">
          <dt>{words.finding}</dt>
          <dd>{finding}</dd>
          <dt>{words.impression}</dt>
          <dd>
            <b>{impression}</b>
          </dd>
        </dl>
      )}
      {dispensed && <p>{words.dispensedOf(dispensed.quantity, dispensed.unit, dispensed.batch)}</p>}
    </>
  )
}
