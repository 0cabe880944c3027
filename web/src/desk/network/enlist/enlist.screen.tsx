import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import type { ShowMapAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Field } from '../../../parts/field'
import { Form, MissingNote, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { LicenceFields } from '../licence-fields'
import { afterChange, map, steps } from './enlist.data'

/** Registers a practitioner at her main institution, with her licence; filings follow on her page. */
export function EnlistScreen() {
  const words = useWords().network
  const query = useQuery(map())
  return (
    <div className="col">
      <div className="head">
        <h1>{words.register}</h1>
      </div>
      <div className="grow pane">
        <Answer of={query}>{(found) => <EnlistForm map={found} />}</Answer>
      </div>
    </div>
  )
}

function EnlistForm({ map: { network, institutions } }: { map: ShowMapAnswer }) {
  const words = useWords().network
  const navigate = useNavigate()
  const [scope, setScope] = useState<string[]>([])
  const [missing, setMissing] = useState<string | null>(null)
  const register = useCommand(steps.registerPractitioner, 'enlist', {
    makesOld: afterChange,
    onDone: ({ practitionerId }) => void navigate({ to: '/network/practitioners/$practitionerId', params: { practitionerId } }),
  })
  const submit = (form: FormData) => {
    const zh = textOf(form, 'name')
    const kind = textOf(form, 'kind')
    const title = textOf(form, 'title') as Enum<'title'> | undefined
    const mainInstitutionId = textOf(form, 'main')
    const number = textOf(form, 'number')
    const validFrom = textOf(form, 'from')
    if (!zh) return setMissing(words.nameMissing)
    if (!kind || !title || !mainInstitutionId || !number || !validFrom || scope.length === 0) return setMissing(words.needAll)
    setMissing(null)
    register.run({
      mainInstitutionId,
      kind,
      title,
      name: { zh, en: textOf(form, 'nameEn') ?? zh },
      networkCode: network?.code,
      licence: { number, scope, validFrom, validUntil: textOf(form, 'until') ?? null },
      filings: [],
    })
  }
  return (
    <Form className="form pairs" submit={submit}>
      <p className="note">{words.registerLead}</p>
      <Field label={words.name}>{(control) => <input {...control} name="name" maxLength={100} autoComplete="off" />}</Field>
      <Field label={words.nameEn} help={words.nameEnHelp}>
        {(control) => <input {...control} name="nameEn" maxLength={100} autoComplete="off" />}
      </Field>
      <Field label={words.specialty}>
        {(control) => (
          <select {...control} name="kind" defaultValue="" onChange={(event) => setScope(event.target.value ? [event.target.value] : [])}>
            <option value="" />
            <Options of={enums.specialty} />
          </select>
        )}
      </Field>
      <Field label={words.title}>
        {(control) => (
          <select {...control} name="title" defaultValue="">
            <option value="" />
            <Options of={enums.title} />
          </select>
        )}
      </Field>
      <Field label={words.mainInstitution}>
        {(control) => (
          <select {...control} name="main" defaultValue="">
            <option value="" />
            <Options of={Object.fromEntries(institutions.map(({ id, name }) => [id, name]))} />
          </select>
        )}
      </Field>
      <LicenceFields scope={scope} changeScope={setScope} />
      <MissingNote>{missing}</MissingNote>
      <RefusalNote refusal={register.refusal} unsent={register.unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={register.pending}>
          {words.registerSubmit}
        </button>
        <Link className="btn" to="/network">
          {words.cancel}
        </Link>
      </p>
    </Form>
  )
}
