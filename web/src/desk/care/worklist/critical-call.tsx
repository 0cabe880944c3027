import { enums } from '../../../client/enums'
import type { ShowOrderAnswer } from '../../../client/operations'
import { Form, Options, textOf } from '../../../parts/form'
import { timeOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './worklist.data'

type Critical = ShowOrderAnswer['criticalValues'][number]

/** A critical value that has to be told: to whom, how; it stays here until it is read back. */
export function CriticalCall({ critical }: { critical: Critical }) {
  const words = useWords().care
  const pick = useBilingual()
  const { name, state, told, toldBy, reportedAt, readBackAt } = critical
  const open = state === 'to-report' || state === 'reported'
  return (
    <section className={open ? 'critical open' : 'critical'}>
      <h3>
        {words.criticalTitle} · {pick(name)} <StatusMark of="criticalState" value={state} />
      </h3>
      {state === 'to-report' && <p>{words.criticalToTell}</p>}
      {told && toldBy && reportedAt && <p>{words.reported(told, pick(enums.callWay[toldBy]), timeOf(reportedAt))}</p>}
      {readBackAt && <p>{words.readBackDone(timeOf(readBackAt))}</p>}
      {open && <CallForm critical={critical} />}
    </section>
  )
}

function CallForm({ critical: { id: criticalValueId } }: { critical: Critical }) {
  const words = useWords().care
  const report = useCommand(steps.reportCriticalValue, criticalValueId, { makesOld: afterChange })
  const send = (form: FormData) =>
    report.run({ criticalValueId, told: textOf(form, 'told') ?? '', toldBy: textOf(form, 'toldBy') as 'telephone' })
  return (
    <Form className="form call-form" submit={send}>
      <input name="told" aria-label={words.told} placeholder={words.told} required minLength={2} maxLength={60} />
      <select name="toldBy" aria-label={words.toldBy}>
        <Options of={enums.callWay} />
      </select>
      <button type="submit" className="btn" aria-busy={report.pending}>
        {words.report}
      </button>
      <RefusalNote refusal={report.refusal} unsent={report.unsent} />
    </Form>
  )
}
