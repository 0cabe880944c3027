import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { Field } from '../../../parts/field'
import { Form, MissingNote, Options, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { afterChange, ownInstitution, steps } from './offerings.data'
import { type PriceTexts, partsOf } from './price.order'
import { PriceFields } from './price-table'

/** Defines what the own institution offers. */
export function OfferingFormScreen() {
  const words = useWords().booking
  const institutionId = useSession()?.institutionId ?? ''
  const own = useQuery(ownInstitution(institutionId))
  return (
    <div className="col">
      <div className="head">
        <h1>{words.newOffering}</h1>
      </div>
      <div className="grow pane">
        <Answer of={own}>
          {({ memberships }) => <OfferingForm networkId={memberships[0]?.network.id ?? ''} ownerId={institutionId} />}
        </Answer>
      </div>
    </div>
  )
}

/** What was typed, as the command takes it; null: something is missing. */
function readOffering(form: FormData, prices: PriceTexts) {
  const needs = (['expert', 'room', 'device'] as const).flatMap((role) => {
    const kind = textOf(form, role)
    return kind ? [{ role, kind }] : []
  })
  const [code, zh, en] = [textOf(form, 'code'), textOf(form, 'zh'), textOf(form, 'en')]
  const parts = partsOf(prices, null)
  if (!code || !zh || parts.length === 0 || needs.length === 0) return null
  const before = textOf(form, 'preparationZh')
  return {
    code,
    name: { zh, en: en ?? zh },
    durationMinutes: Number(form.get('duration')),
    setupMinutes: Number(form.get('setup')),
    preparation: before ? { zh: before, en: textOf(form, 'preparationEn') ?? before } : null,
    needs,
    prices: parts,
  }
}

function OfferingForm({ networkId, ownerId }: { networkId: string; ownerId: string }) {
  const { booking: words, people } = useWords()
  const navigate = useNavigate()
  const [prices, setPrices] = useState<PriceTexts>({})
  const [missing, setMissing] = useState(false)
  const define = useCommand(steps.defineOffering, 'define', {
    makesOld: afterChange,
    onDone: ({ offeringId }) => void navigate({ to: '/offerings', search: { offering: offeringId } }),
  })
  const submit = (form: FormData) => {
    const offering = readOffering(form, prices)
    setMissing(offering === null)
    if (offering) define.run({ networkId, ownerId, ...offering })
  }
  return (
    <Form className="form two" submit={submit}>
      <Field label={words.nameZh}>{(control) => <input {...control} name="zh" maxLength={60} autoComplete="off" />}</Field>
      <Field label={words.nameEn}>{(control) => <input {...control} name="en" maxLength={80} autoComplete="off" />}</Field>
      <Field label={words.code}>{(control) => <input {...control} name="code" maxLength={40} autoComplete="off" />}</Field>
      <Field label={words.duration}>
        {(control) => <input {...control} name="duration" type="number" min={5} max={480} defaultValue={30} />}
      </Field>
      <Field label={words.setup} help={words.setupHelp}>
        {(control) => <input {...control} name="setup" type="number" min={0} max={240} defaultValue={0} />}
      </Field>
      <Field label={words.needExpert}>
        {(control) => <input {...control} name="expert" list="specialties" maxLength={40} autoComplete="off" />}
      </Field>
      <Field label={words.needRoom}>
        {(control) => <input {...control} name="room" list="places" maxLength={40} autoComplete="off" />}
      </Field>
      <Field label={words.needDevice}>
        {(control) => <input {...control} name="device" list="places" maxLength={40} autoComplete="off" />}
      </Field>
      <Kinds id="specialties" of={enums.specialty} />
      <Kinds id="places" of={enums.placeKind} />
      <Field label={`${words.preparation} · ${words.inZh}`} help={words.preparationHelp}>
        {(control) => <input {...control} name="preparationZh" maxLength={200} />}
      </Field>
      <Field label={`${words.preparation} · ${words.inEn}`}>
        {(control) => <input {...control} name="preparationEn" maxLength={200} />}
      </Field>
      <PriceFields texts={prices} change={setPrices} />
      <MissingNote>{missing && words.offeringMissing}</MissingNote>
      <RefusalNote refusal={define.refusal} unsent={define.unsent} />
      <p className="acts">
        <button type="submit" className="btn primary" aria-busy={define.pending}>
          {words.newOffering}
        </button>
        <Link className="btn" to="/offerings">
          {people.cancel}
        </Link>
      </p>
    </Form>
  )
}

/** Codes to choose from, with their words. */
function Kinds({ id, of }: { id: string; of: Readonly<Record<string, { zh: string; en: string }>> }) {
  return (
    <datalist id={id}>
      <Options of={of} />
    </datalist>
  )
}
