import type { ListVisitsAnswer } from '../../../client/operations'
import { dateOf, timeOf, useDays } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'

type Props = { readonly visit: ListVisitsAnswer['items'][number]; readonly open: boolean; readonly choose: () => void }

/** One visit: when, who, what with whom and where, and the way to its detail. */
export function VisitRow({ visit: { startsAt, zone, personName, offering, site, resources, status }, open, choose }: Props) {
  const words = useWords().booking
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  const date = dateOf(startsAt, zone)
  const name = personName ?? words.notOnCard
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row" className="num nowrap">
        {format.short(date)} {format.weekday(date)} <b>{timeOf(startsAt, zone)}</b>
      </th>
      <td className="nowrap">
        <b>{name}</b>
      </td>
      <td>{[pick(offering), pick(site), ...resources.map((resource) => pick(resource.name))].join(' · ')}</td>
      <td>
        <StatusMark of="visitStatus" value={status} />
      </td>
      <td className="r">
        <button type="button" className="text" aria-label={`${words.detail} ${name} ${timeOf(startsAt, zone)}`} onClick={choose}>
          {words.detail}
        </button>
      </td>
    </tr>
  )
}
