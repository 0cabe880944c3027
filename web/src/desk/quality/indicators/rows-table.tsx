import { Link } from '@tanstack/react-router'
import type { ListIndicatorRowsAnswer } from '../../../client/operations'
import { dateOf, timeOf } from '../../../parts/moment'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import type { Part } from './indicators.view'

type Item = ListIndicatorRowsAnswer['items'][number]
type Value = Item['values'][number]
type Props = { readonly items: readonly Item[]; readonly part: Part }

/** Writes one of the fields by which a row counts. */
export function useValueText(): (value: Value) => string {
  const pick = useBilingual()
  return ({ unit, number, at, text }) => {
    if (number !== null) return `${Number(number.toFixed(1))}${unit ? ` ${pick(unit)}` : ''}`
    if (at !== null) return `${dateOf(at).slice(5)} ${timeOf(at)}`
    return text ? pick(text) : '—'
  }
}

/** Rows of one part, the newest first: when, where, what, who, and by what they count. */
export function RowsTable({ items, part }: Props) {
  const words = useWords().indicators
  const pick = useBilingual()
  return (
    <table className="grid dense plain num">
      <caption className="sr">{words.rows(items.length)}</caption>
      <thead>
        <tr>
          <th>{words.when}</th>
          <th>{words.where}</th>
          <th>{words.what}</th>
          <th>{words.patient}</th>
          {items[0]?.values.map(({ field }) => (
            <th key={field.en}>{pick(field)}</th>
          ))}
          {part === 'excluded' && <th>{words.why}</th>}
          <th>
            <span className="sr">{words.open}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={`${item.id} ${item.denominator}`} item={item} part={part} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ item, part }: { item: Item; part: Part }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const textOf = useValueText()
  const { at, institution, site, name, patient, values, because } = item
  return (
    <tr>
      <td className="nowrap">
        {dateOf(at).slice(5)} {timeOf(at)}
      </td>
      <td>
        {pick(institution)}
        {site && <small className="note">{pick(site)}</small>}
      </td>
      <td>{pick(name)}</td>
      <td className="nowrap">{patient ?? words.unknownPatient}</td>
      {values.map((value) => (
        <td key={value.field.en} className={value.number === null ? undefined : 'nowrap'}>
          {textOf(value)}
        </td>
      ))}
      {part === 'excluded' && <td>{because && pick(because)}</td>}
      <td className="r nowrap">
        <Open item={item} />
      </td>
    </tr>
  )
}

/** Leads to the visit, finding or statement where the reader's institution has a part in it and the role may look. */
function Open({ item: { visitId, findingId, statementId, patient, name } }: { item: Item }) {
  const words = useWords().indicators
  const pick = useBilingual()
  const maySeeVisits = useMay('booking.visit.read')
  const maySeeFindings = useMay('integrity.finding.read')
  const maySeeStatements = useMay('ledger.own-statement.read')
  const label = { 'aria-label': `${words.open} ${patient ?? ''} ${pick(name)}` }
  if (visitId && maySeeVisits)
    return (
      <Link to="/visits" search={{ visit: visitId }} {...label}>
        {words.open}
      </Link>
    )
  if (findingId && maySeeFindings)
    return (
      <Link to="/integrity" search={{ finding: findingId }} {...label}>
        {words.open}
      </Link>
    )
  if (statementId && maySeeStatements)
    return (
      <Link to="/statements/$statementId" params={{ statementId }} search={{}} {...label}>
        {words.open}
      </Link>
    )
  return null
}
