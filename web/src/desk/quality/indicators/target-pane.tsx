import { useState } from 'react'
import type { ShowIndicatorAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './indicators.data'

type Props = { readonly shown: ShowIndicatorAnswer; readonly today: string; readonly leave: () => void }

/** Sets floor and target from a day on, for the network or as an addition of a site; it says who may. */
export function TargetPane({ shown, today, leave }: Props) {
  const { indicators: words, shell } = useWords()
  const pick = useBilingual()
  const may = shown.maySetNetwork || shown.maySetSites.length > 0
  return (
    <aside className="col hold" aria-label={words.setTitle}>
      <div className="grow">
        <section>
          <h2>{words.setTitle}</h2>
          <p>
            <b>{pick(shown.name)}</b>
          </p>
          <p className="note">{words.whoMay}</p>
          {may && <TargetForm shown={shown} today={today} leave={leave} />}
          <button type="button" className="text" onClick={leave}>
            {shell.close}
          </button>
        </section>
      </div>
    </aside>
  )
}

/** The number of a field: null for nothing, undefined for what is no number. */
function numberIn(form: FormData, name: string): number | null | undefined {
  const text = textOf(form, name)
  if (text === undefined) return null
  const number = Number(text.replace('%', ''))
  return Number.isFinite(number) ? number : undefined
}

function TargetForm({ shown: { code, networkId, unit, floor, target, maySetNetwork, maySetSites }, today, leave }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  const [wrong, setWrong] = useState(false)
  const set = useCommand(steps.setTarget, `${networkId} ${code}`, { makesOld: afterChange, onDone: leave })
  const submit = (form: FormData) => {
    const [least, aim] = [numberIn(form, 'floor'), numberIn(form, 'target')]
    setWrong(least === undefined || aim === undefined)
    if (least === undefined || aim === undefined) return
    const siteId = textOf(form, 'site') ?? null
    set.run({ networkId, code, siteId, floor: least, target: aim, validFrom: textOf(form, 'from') ?? today })
  }
  return (
    <Form className="form tight" submit={submit}>
      <Field label={words.setFor}>
        {(control) => (
          <select {...control} name="site">
            {maySetNetwork && <option value="">{words.forAll}</option>}
            {maySetSites.map(({ id, name }) => (
              <option key={id} value={id}>
                {pick(name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="pair">
        <Field label={words.floor}>
          {(control) => <input {...control} name="floor" inputMode="decimal" autoComplete="off" defaultValue={floor ?? ''} />}
        </Field>
        <Field label={words.target}>
          {(control) => <input {...control} name="target" inputMode="decimal" autoComplete="off" defaultValue={target ?? ''} />}
        </Field>
      </div>
      <p className="note">{words.setValue(pick(unit))}</p>
      <Field label={words.since}>{(control) => <input {...control} name="from" type="date" defaultValue={today} />}</Field>
      <MissingNote>{wrong && words.notANumber}</MissingNote>
      <RefusalNote refusal={set.refusal} unsent={set.unsent} />
      <button type="submit" className="btn primary wide" aria-busy={set.pending}>
        {words.save}
      </button>
    </Form>
  )
}
