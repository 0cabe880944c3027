import { enums } from '../../../client/enums'
import type { ListIndicatorsAnswer } from '../../../client/operations'
import { Options } from '../../../parts/form'
import { useBilingual, useWords } from '../../../words/use-words'
import type { IndicatorsView, Period } from './indicators.view'

type Props = {
  readonly list: ListIndicatorsAnswer
  readonly view: IndicatorsView
  readonly change: (part: Partial<IndicatorsView>) => void
}

/** Of which network and place, by day, week or month, until when: all of it in the address. */
export function PeriodFilters({ list, view, change }: Props) {
  const { networks, networkId, period, today } = list
  const words = useWords().indicators
  return (
    <search className="end filters">
      {networks.length > 1 && (
        <label className="field">
          <span>{words.network}</span>
          <select
            className="bare"
            value={networkId}
            onChange={({ target }) => change({ network: target.value, institution: undefined, site: undefined })}
          >
            {networks.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </select>
        </label>
      )}
      <PlaceChoice list={list} view={view} change={change} />
      <label className="field">
        <span>{words.period}</span>
        <select className="bare" value={period} onChange={({ target }) => change({ period: target.value as Period })}>
          <Options of={enums.periodKind} />
        </select>
      </label>
      <label className="field">
        <span>{words.at}</span>
        <input
          className="bare num"
          type="date"
          max={today}
          value={view.at ?? today}
          onChange={({ target }) => target.value && change({ at: target.value === today ? undefined : target.value })}
        />
      </label>
    </search>
  )
}

function PlaceChoice({ list: { institutions, sites }, view, change }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  const choose = (value: string) => {
    const [kind, id] = value.split(' ')
    change({ institution: kind === 'institution' ? id : undefined, site: kind === 'site' ? id : undefined })
  }
  const options = (kind: string, items: readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string } }[]) =>
    items.map(({ id, name }) => (
      <option key={id} value={`${kind} ${id}`}>
        {pick(name)}
      </option>
    ))
  return (
    <label className={view.institution || view.site ? 'field on' : 'field'}>
      <span>{words.place}</span>
      <select
        className="bare place"
        value={view.institution ? `institution ${view.institution}` : view.site ? `site ${view.site}` : ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{words.wholeNetwork}</option>
        <optgroup label={words.institutions}>{options('institution', institutions)}</optgroup>
        <optgroup label={words.sites}>{options('site', sites)}</optgroup>
      </select>
    </label>
  )
}
