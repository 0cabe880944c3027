import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ListResultsAnswer } from '../../../client/operations'
import { Form, textOf } from '../../../parts/form'
import { timeOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './results.data'

type Critical = ListResultsAnswer['criticalValues'][number]

/** A critical value on the side that ordered: read it back, then say what is done. */
export function CriticalCard({ critical }: { critical: Critical }) {
  const words = useWords().care
  const pick = useBilingual()
  const { personName, name, item, state, told, toldBy, reportedAt } = critical
  return (
    <article className="result-card critical open">
      <h3>
        {personName ?? words.notOnCard} · {pick(item)} · {pick(name)} <StatusMark of="criticalState" value={state} />
      </h3>
      {told && toldBy && reportedAt && <p>{words.reported(told, pick(enums.callWay[toldBy]), timeOf(reportedAt))}</p>}
      {state === 'read-back' ? <HandleForm critical={critical} /> : <ReadBackForm critical={critical} />}
    </article>
  )
}

function ReadBackForm({ critical: { id: criticalValueId, name, unit } }: { critical: Critical }) {
  const words = useWords().care
  const pick = useBilingual()
  const [wrong, setWrong] = useState(0)
  const readBack = useCommand(steps.readBackCriticalValue, criticalValueId, {
    makesOld: afterChange,
    onDone: ({ matches, wrongReadBacks }) => setWrong(matches ? 0 : wrongReadBacks),
  })
  const label = words.readBackValue(pick(name), unit)
  return (
    <Form className="form call-form" submit={(form) => readBack.run({ criticalValueId, value: Number(textOf(form, 'value')) })}>
      <input name="value" className="num" type="number" step="any" required aria-label={label} placeholder={label} />
      <button type="submit" className="btn primary" aria-busy={readBack.pending}>
        {words.readBack}
      </button>
      <small>{words.readBackHint}</small>
      {wrong > 0 && (
        <p className="refusal" role="alert">
          {words.wrongReadBack(wrong)}
        </p>
      )}
      <RefusalNote refusal={readBack.refusal} unsent={readBack.unsent} />
    </Form>
  )
}

function HandleForm({ critical: { id: criticalValueId } }: { critical: Critical }) {
  const words = useWords().care
  const handle = useCommand(steps.handleCriticalValue, criticalValueId, { makesOld: afterChange })
  return (
    <Form className="form call-form" submit={(form) => handle.run({ criticalValueId, handling: textOf(form, 'handling') ?? '' })}>
      <input name="handling" aria-label={words.handling} placeholder={words.handling} required minLength={2} />
      <button type="submit" className="btn primary" aria-busy={handle.pending}>
        {words.handle}
      </button>
      <RefusalNote refusal={handle.refusal} unsent={handle.unsent} />
    </Form>
  )
}
