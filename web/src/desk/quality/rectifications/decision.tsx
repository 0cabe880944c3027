import { useState } from 'react'
import type { ShowRectificationAnswer } from '../../../client/operations'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { EvidenceFields } from '../evidence-fields'
import type { Evidence } from '../evidence-list'
import { afterChange, steps } from './rectifications.data'

type Props = { readonly of: ShowRectificationAnswer; readonly done: () => void }

/** The one thing to do next, for whoever has to do it; for all others, whom it waits for. */
export function Decision({ of, done }: Props) {
  const words = useWords().loop
  const pick = useBilingual()
  const mayAnswer = useMay('quality.rectification.answer')
  const mayRecheck = useMay('quality.rectification.recheck')
  if (of.next.includes('plan') && mayAnswer) return <Plan of={of} />
  if (of.next.includes('evidence') && mayAnswer) return <Show of={of} done={done} />
  if (of.next.includes('recheck') && mayRecheck) return <Recheck of={of} done={done} />
  if (of.state === 'closed') return null
  const turn = of.state === 'to-recheck' ? of.inspector : of.institution
  return (
    <div className="foot">
      <span className="note">{words.theirTurn(pick(turn.name))}</span>
    </div>
  )
}

function Plan({ of: { id: rectificationId, version } }: Pick<Props, 'of'>) {
  const words = useWords().loop
  const plan = useCommand(steps.planRectification, rectificationId, { makesOld: afterChange })
  return (
    <Form className="foot answer" submit={(form) => plan.run({ rectificationId, version, plan: textOf(form, 'plan') ?? '' })}>
      <textarea name="plan" aria-label={words.planText} placeholder={words.planText} required minLength={2} maxLength={4000} rows={2} />
      <RefusalNote refusal={plan.refusal} unsent={plan.unsent} />
      <button type="submit" className="btn primary" aria-busy={plan.pending}>
        {words.submitPlan}
      </button>
    </Form>
  )
}

function Show({ of: { id: rectificationId, version }, done }: Props) {
  const words = useWords().loop
  const [evidence, setEvidence] = useState<Evidence[]>([])
  const show = useCommand(steps.submitEvidence, rectificationId, { makesOld: afterChange, onDone: done })
  const submit = (form: FormData) =>
    show.run({ rectificationId, version, note: textOf(form, 'note') ?? '', evidence: evidence.filter(({ text }) => text.trim() !== '') })
  return (
    <Form className="foot answer" submit={submit}>
      <textarea
        name="note"
        aria-label={words.evidenceText}
        placeholder={words.evidenceText}
        required
        minLength={2}
        maxLength={4000}
        rows={2}
      />
      <div className="seen">
        <EvidenceFields evidence={evidence} change={setEvidence} />
      </div>
      <RefusalNote refusal={show.refusal} unsent={show.unsent} />
      <button type="submit" className="btn primary" aria-busy={show.pending}>
        {words.submitEvidence}
      </button>
    </Form>
  )
}

function Recheck({ of: { id: rectificationId, version }, done }: Props) {
  const words = useWords().loop
  const [note, setNote] = useState('')
  const recheck = useCommand(steps.recheckRectification, rectificationId, { makesOld: afterChange, onDone: done })
  const decide = (passed: boolean) => recheck.run({ rectificationId, version, passed, note: note.trim() })
  const silent = note.trim().length < 2
  return (
    <div className="foot answer">
      <textarea
        aria-label={words.recheckText}
        placeholder={words.recheckText}
        value={note}
        maxLength={4000}
        rows={2}
        onChange={(event) => setNote(event.target.value)}
      />
      <RefusalNote refusal={recheck.refusal} unsent={recheck.unsent} />
      <p className="acts">
        <button type="button" className="btn" disabled={silent} onClick={() => decide(false)}>
          {words.fail}
        </button>
        <button type="button" className="btn primary" disabled={silent} aria-busy={recheck.pending} onClick={() => decide(true)}>
          {words.pass}
        </button>
      </p>
    </div>
  )
}
