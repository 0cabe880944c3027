import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import { MissingNote } from '../../../parts/form'
import { Icon } from '../../../parts/icon'
import { RefusalNote } from '../../../parts/refusal-note'
import type { Refusal } from '../../../wire/send'
import { useWords } from '../../../words/use-words'
import { type Draft, type Example, isInside, placeOf, type Terms } from './draft'
import { ExamplePane } from './example-pane'
import { PartiesForm, useInstitutions } from './parties-form'
import { SplitForm } from './split-form'
import { TermsText } from './terms-text'
import { usePreview } from './use-preview'
import { UseRows } from './use-rows'

type Props = {
  readonly title: string
  readonly first: Draft
  readonly isNew: boolean
  readonly save: {
    readonly run: (draft: Draft) => void
    readonly pending: boolean
    readonly unsent: boolean
    readonly refusal: Refusal | null
  }
}

const firstCharges = (Object.keys(enums.chargeCategory) as (keyof typeof enums.chargeCategory)[]).map((category) => ({
  category,
  amountFen: { professional: 85_500, facility: 34_200, examination: 28_500, drug: 0, consumable: 11_400 }[category],
}))

/** Terms on the left as they are typed, what they do with an example bill on the right. */
export function Editor({ title, first, isNew, save }: Props) {
  const words = useWords().agreements
  const [draft, setDraft] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [example, setExample] = useState<Example>({
    host: first.parties[1]?.role ?? '',
    expert: null,
    device: null,
    minutes: 40,
    charges: firstCharges,
  })
  const names = useInstitutions()
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const named = draft.parties
    .filter(({ role }) => role !== '')
    .map(({ role, partyId }) => ({ role, name: names.find(({ id }) => id === partyId)?.name ?? { zh: role, en: role } }))
  const roles = named.map(({ role }) => role)
  const there = (role: string | null) => (role !== null && roles.includes(role) ? role : null)
  const sent = { ...example, host: there(example.host) ?? roles[0] ?? '', expert: there(example.expert), device: there(example.device) }
  const { answer, refusal } = usePreview({ parties: named, terms: draft.terms, example: sent }, named.length >= 2)
  const submit = () => {
    const complete = draft.titleZh.trim() !== '' && draft.parties.every(({ role, partyId }) => role !== '' && partyId !== '')
    const wrong = pane.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    setProblem(wrong ? words.numberWrong : complete ? null : words.incomplete)
    if (complete && !wrong) save.run(draft)
  }
  const shown = refusal ?? save.refusal
  return (
    <div className="col">
      <div className="head">
        <Link className="text" to="/agreements" search={{}} aria-label={words.back}>
          <Icon name="left" />
        </Link>
        <h1>{title}</h1>
        <span className="end">
          <button type="button" className="btn primary" aria-busy={save.pending} onClick={submit}>
            {words.save}
          </button>
        </span>
      </div>
      <div className="split-view with-side">
        <div className="pane editor" ref={pane}>
          <MissingNote>{problem}</MissingNote>
          <RefusalNote refusal={isAtRow(shown, draft) ? null : shown} unsent={save.unsent} />
          {isNew && <PartiesForm draft={draft} refusal={shown} change={change} />}
          <Days draft={draft} change={change} />
          <TermsEditor terms={draft.terms} roles={roles} refusal={shown} change={(terms) => change({ terms })} />
        </div>
        <ExamplePane
          example={sent}
          roles={roles}
          answer={answer}
          wrong={refusal !== null}
          change={(part) => setExample((before) => ({ ...before, ...part }))}
        />
      </div>
    </div>
  )
}

/** Whether some row shows the refusal itself. */
function isAtRow(refusal: Refusal | null, { parties, terms: { use, split } }: Draft): boolean {
  if (!refusal) return false
  const place = placeOf(refusal.details)
  const rows = [
    ...parties.map((_, index) => `parties[${index}]`),
    ...(use ?? []).map((_, index) => `use[${index}]`),
    ...(split?.less ?? []).map((_, index) => `split.less[${index}]`),
    ...(split?.steps ?? []).map((_, index) => `split.steps[${index}]`),
    'split.divides',
  ]
  return rows.some((row) => isInside(place, row))
}

function Days({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const words = useWords().agreements
  return (
    <section className="terms">
      <div className="term-fields">
        <Field label={words.validFrom}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              value={draft.validFrom}
              onChange={(event) => event.target.value && change({ validFrom: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.validUntil}>
          {(control) => (
            <input {...control} type="date" value={draft.validUntil} onChange={(event) => change({ validUntil: event.target.value })} />
          )}
        </Field>
      </div>
    </section>
  )
}

type TermsProps = {
  readonly terms: Terms
  readonly roles: readonly string[]
  readonly refusal: Refusal | null
  readonly change: (terms: Terms) => void
}

/** The terms as a form or as text; a text of another shape has no form. */
function TermsEditor({ terms, roles, refusal, change }: TermsProps) {
  const words = useWords().agreements
  const [asText, setAsText] = useState(false)
  const shapeless = asText && refusal?.code.startsWith('platform.') === true
  return (
    <>
      <p className="tabs">
        <button
          type="button"
          className="btn"
          aria-pressed={!asText}
          aria-disabled={shapeless}
          onClick={() => !shapeless && setAsText(false)}
        >
          {words.asForm}
        </button>
        <button type="button" className="btn" aria-pressed={asText} onClick={() => setAsText(true)}>
          {words.asText}
        </button>
      </p>
      {asText ? (
        <TermsText terms={terms} change={change} />
      ) : (
        <>
          <UseRows use={terms.use} roles={roles} refusal={refusal} change={(use) => change({ ...terms, use })} />
          <SplitForm split={terms.split} roles={roles} refusal={refusal} change={(split) => change({ ...terms, split })} />
        </>
      )}
    </>
  )
}
