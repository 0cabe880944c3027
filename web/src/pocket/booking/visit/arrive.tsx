import { lazy, Suspense, useState } from 'react'
import type { ShowAttendanceAnswer } from '../../../client/operations'
import { Skeleton } from '../../../parts/answer'
import { Field } from '../../../parts/field'
import { Form, MissingNote, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './visit.data'

const Qr = lazy(() => import('../../../parts/qr').then((module) => ({ default: module.Qr })))

/** Two ways to say "I am here": show the code at the desk, or type what the wall shows. */
export function Arrive({ visit }: { visit: ShowAttendanceAnswer }) {
  const words = useWords().booking
  const pick = useBilingual()
  const { visitCode, checkIn } = visit
  return (
    <section className="sheet">
      <h2>{words.imHere}</h2>
      <Suspense fallback={<Skeleton rows={4} />}>
        <Qr text={visitCode} label={words.qrLabel(visitCode)} />
      </Suspense>
      <p className="code num">{visitCode}</p>
      <p className="note">{words.showAtDesk}</p>
      {checkIn.may ? <ByCode visit={visit} /> : checkIn.obstacle && <p className="notice">{pick(checkIn.obstacle)}</p>}
    </section>
  )
}

function ByCode({ visit: { visitId, version } }: { visit: ShowAttendanceAnswer }) {
  const words = useWords().booking
  const [missing, setMissing] = useState(false)
  const checkIn = useCommand(steps.checkInVisit, visitId, { makesOld: afterChange })
  const submit = (form: FormData) => {
    const presenceCode = textOf(form, 'presenceCode')
    setMissing(!presenceCode)
    if (presenceCode) checkIn.run({ visit: visitId, version, presenceCode })
  }
  return (
    <Form className="form" submit={submit}>
      <Field label={words.wallCode} help={words.wallCodeHelp}>
        {(control) => <input {...control} name="presenceCode" inputMode="numeric" autoComplete="off" maxLength={6} />}
      </Field>
      <MissingNote>{missing && words.wallCodeMissing}</MissingNote>
      <RefusalNote refusal={checkIn.refusal} unsent={checkIn.unsent} />
      <button type="submit" className="btn primary wide" aria-busy={checkIn.pending}>
        {words.checkInHere}
      </button>
    </Form>
  )
}
