import { useQuery } from '@tanstack/react-query'
import { type Enum, enums } from '../../../client/enums'
import type { DraftOrderInput } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Form, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Term } from '../term-picker'
import { afterChange, departments, steps } from './consultation.data'
import { DosingFields } from './dosing-fields'

type Props = { readonly visitId: string; readonly kind: Enum<'orderKind'>; readonly item: Term; readonly leave: () => void }

const dosingOf = (form: FormData, unit: string): NonNullable<DraftOrderInput['dosing']> => ({
  dose: Number(textOf(form, 'dose')),
  unit,
  route: textOf(form, 'route') ?? '',
  timesPerDay: Number(textOf(form, 'timesPerDay')),
  days: Number(textOf(form, 'days')),
})

/** Who performs the chosen item, how soon, and for a drug how it is taken. */
export function OrderForm({ visitId, kind, item, leave }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  const found = useQuery(departments(visitId, kind, item.code))
  const add = useCommand(steps.draftOrder, visitId, { makesOld: afterChange, onDone: leave })
  const send = (form: FormData) =>
    add.run({
      visitId,
      kind,
      itemCode: item.code,
      performerId: textOf(form, 'performer') ?? '',
      urgency: textOf(form, 'urgency') as Enum<'urgency'>,
      note: textOf(form, 'note') ?? null,
      ...(item.drug ? { dosing: dosingOf(form, item.drug.doseUnit) } : {}),
    })
  if (!found.data)
    return (
      <Answer of={found} rows={1}>
        {() => null}
      </Answer>
    )
  if (found.data.items.length === 0) return <p className="refusal">{words.noPerformer}</p>
  return (
    <Form className="form order-form" submit={send}>
      <p>
        <b>{pick(item.name)}</b> <small>{item.drug?.strength}</small>
      </p>
      {item.drug && <DosingFields drug={item.drug} />}
      <select name="performer" aria-label={words.performer}>
        {found.data.items.map(({ institutionId, name }) => (
          <option key={institutionId} value={institutionId}>
            {pick(name)}
          </option>
        ))}
      </select>
      <select name="urgency" aria-label={words.urgency}>
        <Options of={enums.urgency} />
      </select>
      <input name="note" aria-label={words.orderNote} placeholder={words.orderNote} maxLength={500} />
      <RefusalNote refusal={add.refusal} unsent={add.unsent} />
      <button type="submit" className="btn" aria-busy={add.pending}>
        {words.add}
      </button>
    </Form>
  )
}
