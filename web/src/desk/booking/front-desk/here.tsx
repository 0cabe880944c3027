import { Empty } from '../../../parts/answer'
import { useWords } from '../../../words/use-words'
import { useCalm } from '../../frame/use-calm'
import type { QueuedVisit } from '../queue.data'
import type { Queue } from './front-desk.data'
import { LaneHead } from './lane-head'
import { QueueRow } from './queue-row'

type Props = { readonly queue: Queue; readonly siteId: string; readonly move: (visitId: string) => void }
type Placed = QueuedVisit & { readonly id: string; readonly laneId: string }

/** Everybody who is here, by expert; nothing changes its place under the pointer or the focus. */
export function Here({ queue: { lanes, returnPlaces }, siteId, move }: Props) {
  const words = useWords().queue
  const latest = lanes.flatMap(({ expert, rows }) => rows.map((row): Placed => ({ ...row, id: row.visitId, laneId: expert.id })))
  const { rows, changes, show, area } = useCalm(latest)
  if (rows.length === 0 && lanes.every(({ booked }) => booked === 0)) return <Empty title={words.nobodyHere} hint={words.nobodyHereHint} />
  const placed = lanes.map((lane) => ({ lane, rows: rows.filter(({ row }) => row.laneId === lane.expert.id) }))
  return (
    <>
      {changes > 0 && (
        <p className="news" role="status">
          {words.newOrder(changes)}{' '}
          <button type="button" className="text" onClick={show}>
            {words.showNewOrder}
          </button>
        </p>
      )}
      <table className="grid queue" {...area}>
        <caption className="sr">{words.deskTitle}</caption>
        <Head />
        {placed
          .filter((one) => one.rows.length > 0 || one.lane.booked > 0)
          .map((one) => (
            <tbody key={one.lane.expert.id}>
              <LaneHead lane={one.lane} siteId={siteId} />
              {one.rows.map(({ row, gone }) => (
                <QueueRow key={row.id} visit={row} gone={gone} returnPlaces={returnPlaces} move={() => move(row.visitId)} />
              ))}
            </tbody>
          ))}
      </table>
    </>
  )
}

function Head() {
  const words = useWords().queue
  return (
    <thead>
      <tr>
        <th>{words.ticket}</th>
        <th>{words.who}</th>
        <th>{words.what}</th>
        <th>{words.booked}</th>
        <th>{words.waited}</th>
        <th>{words.status}</th>
        <th className="r">{words.next}</th>
      </tr>
    </thead>
  )
}
