import { useState } from 'react'
import type { ShowIndicatorAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './indicators.data'

type Props = { readonly shown: ShowIndicatorAnswer; readonly today: string; readonly leave: () => void }

/** The number of a field: null for nothing, undefined for what is no number. */
function numberIn(form: FormData, name: string): number | null | undefined {
  const text = textOf(form, name)
  if (text === undefined) return null
  const number = Number(text.replace(',', '.').replace('%', ''))
  return Number.isFinite(number) ? number : undefined
}

/** Sets floor and target from a day on, for the network or as an addition of a site, for who may. */
export function TargetPane({ shown, today, leave }: Props) {
  const { indicators: words, shell } = useWords()
  const pick = useBilingual()
  const [wrong, setWrong] = useState(false)
  const { code, networkId, unit, floor, target } = shown
  const set = useCommand(steps.setTarget, `${networkId} ${code}`, { makesOld: afterChange, onDone: leave })
  const submit = (form: FormData) => {
    const [floorNumber, targetNumber] = [numberIn(form, 'floor'), numberIn(form, 'target')]
    const isWrong = floorNumber === undefined || targetNumber === undefined
    setWrong(isWrong)
    if (isWrong) return
    set.run({
      networkId,
      code,
      siteId: textOf(form, 'site') ?? null,
      floor: floorNumber,
      target: targetNumber,
      validFrom: textOf(form, 'from') ?? today,
    })
  }
  return (
    <aside className="col hold" aria-label={words.setTitle}>
      <div className="grow">
        <section>
          <h2>{words.setTitle}</h2>
          <p>
            <b>{pick(shown.name)}</b>
          </p>
          <p className="note">{words.whoMay}</p>
          <Form className="form tight" submit={submit}>
            <SetFor shown={shown} />
            <div className="pair">
              <Field label={words.floor} help={words.setValue(pick(unit))}>
                {(control) => <input {...control} name="floor" inputMode="decimal" autoComplete="off" defaultValue={floor ?? ''} />}
              </Field>
              <Field label={words.target}>
                {(control) => <input {...control} name="target" inputMode="decimal" autoComplete="off" defaultValue={target ?? ''} />}
              </Field>
            </div>
            <Field label={words.since}>{(control) => <input {...control} name="from" type="date" defaultValue={today} />}</Field>
            <MissingNote>{wrong && words.notANumber}</MissingNote>
            <RefusalNote refusal={set.refusal} unsent={set.unsent} />
            <button type="submit" className="btn primary wide" aria-busy={set.pending}>
              {words.save}
            </button>
            <button type="button" className="text" onClick={leave}>
              {shell.close}
            </button>
          </Form>
        </section>
      </div>
    </aside>
  )
}

function SetFor({ shown: { maySetNetwork, maySetSites } }: { shown: ShowIndicatorAnswer }) {
  const words = useWords().indicators
  const pick = useBilingual()
  return (
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
  )
}
