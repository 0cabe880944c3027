import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { Field } from '../../../parts/field'
import { Form, MissingNote, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { LicenceFields } from '../licence-fields'
import { afterChange, map, steps } from './join.data'

/** An institution becomes a member: kind, names, and its licence when it hosts care. */
export function JoinScreen() {
  const words = useWords().network
  const query = useQuery(map())
  return (
    <div className="col">
      <div className="head">
        <h1>{words.join}</h1>
      </div>
      <div className="grow pane">
        <Answer of={query}>{({ network }) => <JoinForm networkCode={network?.code} />}</Answer>
      </div>
    </div>
  )
}

function JoinForm({ networkCode }: { networkCode: string | undefined }) {
  const words = useWords().network
  const navigate = useNavigate()
  const [scope, setScope] = useState<string[]>([])
  const [missing, setMissing] = useState<string | null>(null)
  const join = useCommand(steps.registerInstitution, 'join', {
    makesOld: afterChange,
    onDone: ({ institutionId }) => void navigate({ to: '/network/institutions/$institutionId', params: { institutionId } }),
  })
  const submit = (form: FormData) => {
    const zh = textOf(form, 'name')
    const number = textOf(form, 'number')
    const validFrom = textOf(form, 'from')
    if (!zh) return setMissing(words.nameMissing)
    if (number && (scope.length === 0 || !validFrom)) return setMissing(words.numberAndScope)
    setMissing(null)
    join.run({
      kind: form.get('kind') as Enum<'institutionKind'>,
      name: { zh, en: textOf(form, 'nameEn') ?? zh },
      networkCode,
      licence: number && validFrom ? { number, scope, validFrom, validUntil: textOf(form, 'until') ?? null } : undefined,
    })
  }
  return (
    <Form className="form pairs" submit={submit}>
      <p className="note">{words.joinLead}</p>
      <Field label={words.name}>{(control) => <input {...control} name="name" maxLength={100} autoComplete="off" />}</Field>
      <Field label={words.nameEn} help={words.nameEnHelp}>
        {(control) => <input {...control} name="nameEn" maxLength={100} autoComplete="off" />}
      </Field>
      <Field label={words.kind}>
        {(control) => (
          <select {...control} name="kind" defaultValue="clinic">
            <Options of={enums.institutionKind} />
          </select>
        )}
      </Field>
      <LicenceFields scope={scope} changeScope={setScope} optional />
      <MissingNote>{missing}</MissingNote>
      <RefusalNote refusal={join.refusal} unsent={join.unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={join.pending}>
          {words.joinSubmit}
        </button>
        <Link className="btn" to="/network">
          {words.cancel}
        </Link>
      </p>
    </Form>
  )
}
