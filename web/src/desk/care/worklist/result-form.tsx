import type { EnterResultInput, ShowOrderAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { rangeText } from '../../../parts/result-values'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './worklist.data'

type Props = { readonly of: ShowOrderAnswer }
type Sent = EnterResultInput['result']

/** What was typed, as the result of this kind of order. */
function resultOf({ order, analytes }: ShowOrderAnswer, form: FormData): Sent {
  const text = (name: string) => textOf(form, name) ?? ''
  if (order.kind === 'imaging') return { kind: 'imaging', finding: text('finding'), impression: text('impression') }
  if (order.kind === 'drug') return { kind: 'drug', quantity: Number(text('quantity')), unit: text('unit'), batch: text('batch') }
  return { kind: 'laboratory', values: analytes.map(({ code, unit }) => ({ code, unit, value: Number(text(code)) })) }
}

/** Enters what came of an order: a value per analyte, a report, or what is handed out. */
export function ResultForm({ of: found }: Props) {
  const words = useWords().care
  const { orderId, kind } = found.order
  const enter = useCommand(steps.enterResult, orderId, { makesOld: afterChange })
  return (
    <Form className="form result-form" submit={(form) => enter.run({ orderId, result: resultOf(found, form) })}>
      <h3>{words.enterResult}</h3>
      {kind === 'laboratory' && <Values of={found} />}
      {kind === 'imaging' && <Report />}
      {kind === 'drug' && <Dispensed />}
      <RefusalNote refusal={enter.refusal} unsent={enter.unsent} />
      <button type="submit" className="btn" aria-busy={enter.pending}>
        {words.saveResult}
      </button>
    </Form>
  )
}

function Values({ of: { analytes, order } }: Props) {
  const pick = useBilingual()
  const known = (code: string) => order.result?.values?.find((value) => value.code === code)?.value
  return analytes.map((analyte) => (
    <Field key={analyte.code} label={pick(analyte.name)} help={`${rangeText(analyte)} ${analyte.unit}`}>
      {(control) => (
        <input {...control} name={analyte.code} className="num" type="number" step="any" required defaultValue={known(analyte.code)} />
      )}
    </Field>
  ))
}

function Report() {
  const words = useWords().care
  return (['finding', 'impression'] as const).map((name) => (
    <Field key={name} label={words[name]}>
      {(control) => <textarea {...control} name={name} rows={name === 'finding' ? 4 : 2} required minLength={2} />}
    </Field>
  ))
}

function Dispensed() {
  const words = useWords().care
  return (
    <>
      <Field label={words.quantity}>
        {(control) => <input {...control} name="quantity" type="number" min={0.1} step="any" required />}
      </Field>
      <Field label={words.quantityUnit}>{(control) => <input {...control} name="unit" required maxLength={20} />}</Field>
      <Field label={words.batch}>{(control) => <input {...control} name="batch" required maxLength={40} />}</Field>
    </>
  )
}
