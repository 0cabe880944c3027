import type { ShowMapAnswer } from '../../../client/operations'
import { Field } from '../../../parts/field'
import { Form, textOf } from '../../../parts/form'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, steps } from './map.data'

/** How long the ways between the sites take; nobody is promised at two sites with less time between. */
export function TravelTimes({ map: { sites, travel } }: { map: ShowMapAnswer }) {
  const words = useWords().network
  const pick = useBilingual()
  const may = useMay('network.party.register')
  const names = new Map<string, string>(sites.map(({ id, name }) => [id, pick(name)]))
  if (sites.length < 2) return null
  return (
    <section className="pane">
      <h3>{words.travel}</h3>
      <p className="note">{words.travelNote}</p>
      {travel.length > 0 && (
        <table className="sum">
          <caption className="sr">{words.travel}</caption>
          <tbody>
            {travel.map(({ siteId, otherSiteId, minutes }) => (
              <tr key={`${siteId} ${otherSiteId}`}>
                <th scope="row">
                  {names.get(siteId)} <span aria-hidden>↔</span> {names.get(otherSiteId)}
                </th>
                <td className="num">{words.travelMinutes(minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may && <Measure sites={sites} />}
    </section>
  )
}

/** A way that is known already takes the new minutes. */
function Measure({ sites }: Pick<ShowMapAnswer, 'sites'>) {
  const words = useWords().network
  const pick = useBilingual()
  const measure = useCommand(steps.setTravelTime, 'travel', { makesOld: afterChange })
  const options = sites.map(({ id, name }) => (
    <option key={id} value={id}>
      {pick(name)}
    </option>
  ))
  const submit = (form: FormData) =>
    measure.run({
      siteId: textOf(form, 'site') ?? '',
      otherSiteId: textOf(form, 'otherSite') ?? '',
      minutes: Number(form.get('minutes')),
    })
  return (
    <Form className="form pairs" submit={submit}>
      <Field label={words.site}>
        {(control) => (
          <select {...control} name="site" defaultValue={sites[0]?.id}>
            {options}
          </select>
        )}
      </Field>
      <Field label={words.otherSite}>
        {(control) => (
          <select {...control} name="otherSite" defaultValue={sites[1]?.id}>
            {options}
          </select>
        )}
      </Field>
      <Field label={words.minutes}>{(control) => <input {...control} name="minutes" type="number" min={0} max={1440} required />}</Field>
      <RefusalNote refusal={measure.refusal} unsent={measure.unsent} />
      <p className="acts">
        <button type="submit" className="btn" aria-busy={measure.pending}>
          {words.setTravel}
        </button>
      </p>
    </Form>
  )
}
