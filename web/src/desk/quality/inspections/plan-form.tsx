import { useState } from 'react'
import type { ListLookedAfterAnswer, ListNormsAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './inspections.data'
import { InspectorChoice } from './inspector-choice'

type Norm = ListNormsAnswer['items'][number]
type Network = ListLookedAfterAnswer['networks'][number]
type Props = { readonly norms: readonly Norm[]; readonly networks: readonly Network[]; readonly leave: () => void }

/** One inspection as it is planned; the pool of inspectors follows the institution. */
export function PlanForm({ norms, networks, leave }: Props) {
  const { loop: words, shell } = useWords()
  const pick = useBilingual()
  const [versionId, setVersion] = useState(norms[0]?.versionId ?? '')
  const [institutionId, setInstitution] = useState('')
  const [siteId, setSite] = useState('')
  const [day, setDay] = useState(dateOf(isoNow()))
  const [inspector, setInspector] = useState<{ id: string; institutionId: string } | null>(null)
  const [announced, setAnnounced] = useState(false)
  const plan = useCommand(steps.planInspection, 'inspection', { makesOld: afterChange, onDone: leave })
  const network = networks.find(({ id }) => id === norms.find((norm) => norm.versionId === versionId)?.networkId)
  const sites = network?.institutions.find(({ id }) => id === institutionId)?.sites ?? []
  const site = sites.some(({ id }) => id === siteId) ? siteId : (sites[0]?.id ?? '')
  const chooseInstitution = (id: string) => {
    setInstitution(id)
    setInspector(null)
  }
  const ready = inspector !== null && site !== ''
  const submit = () =>
    inspector &&
    plan.run({
      versionId,
      institutionId,
      siteId: site,
      day,
      inspectorId: inspector.id,
      inspectorInstitutionId: inspector.institutionId,
      announced,
    })
  return (
    <>
      <div className="grow">
        <section className="form">
          <h2>{words.plan}</h2>
          <Select
            label={words.norm}
            value={versionId}
            choose={setVersion}
            choices={norms.map((norm) => ({
              id: norm.versionId,
              text: `${norm.code} ${words.version(norm.number)} · ${pick(norm.title)}`,
            }))}
          />
          <Select
            label={words.institution}
            value={institutionId}
            choose={chooseInstitution}
            empty={words.choose}
            choices={(network?.institutions ?? []).map(({ id, name }) => ({ id, text: pick(name) }))}
          />
          <Select label={words.site} value={site} choose={setSite} choices={sites.map(({ id, name }) => ({ id, text: pick(name) }))} />
          <Field label={words.day}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={dateOf(isoNow())}
                value={day}
                onChange={(event) => event.target.value && setDay(event.target.value)}
              />
            )}
          </Field>
          <label className="check">
            <input type="checkbox" checked={announced} onChange={(event) => setAnnounced(event.target.checked)} /> {words.announce}
          </label>
        </section>
        {network && institutionId && (
          <InspectorChoice networkId={network.id} institutionId={institutionId} chosen={inspector?.id} choose={setInspector} />
        )}
      </div>
      <div className="foot">
        <RefusalNote refusal={plan.refusal} unsent={plan.unsent} />
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
        <button type="button" className="btn primary" disabled={!ready} aria-busy={plan.pending} onClick={submit}>
          {words.planIt}
        </button>
      </div>
    </>
  )
}

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly empty?: string
  readonly choices: readonly { readonly id: string; readonly text: string }[]
  readonly choose: (id: string) => void
}

function Select({ label, value, empty, choices, choose }: SelectProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => choose(event.target.value)}>
          {empty && (
            <option value="" disabled>
              {empty}
            </option>
          )}
          {choices.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
