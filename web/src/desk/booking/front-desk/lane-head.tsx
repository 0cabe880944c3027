import { enums } from '../../../client/enums'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterStep } from '../queue.data'
import { type Lane, verbs } from './front-desk.data'

/** An expert and her lane: where, who is still to come, and calling the next. */
export function LaneHead({ lane: { expert, booked, rows }, siteId }: { lane: Lane; siteId: string }) {
  const words = useWords().queue
  const pick = useBilingual()
  const may = useMay('booking.queue.run')
  const next = useCommand(verbs.callNext, `lane-${expert.id}`, { makesOld: afterStep })
  const called = rows.some(({ status }) => status === 'called')
  const waits = rows.some(({ status }) => status === 'waiting' || status === 'arrived')
  const room = rows.find((row) => row.room)?.room
  return (
    <tr className="grp">
      <th colSpan={6} scope="rowgroup">
        <b>{pick(expert.name)}</b> {expert.title && pick(enums.title[expert.title])} {room && `· ${pick(room.name)}`}{' '}
        {booked > 0 && `· ${words.laneToCome(booked)}`}
        <RefusalNote refusal={next.refusal} unsent={next.unsent} />
      </th>
      <td className="r">
        {may && waits && !called && (
          <button
            type="button"
            className="text"
            aria-label={words.callNextOf(pick(expert.name))}
            aria-busy={next.pending}
            onClick={() => next.run({ expertId: expert.id, siteId })}
          >
            {words.callNext}
          </button>
        )}
      </td>
    </tr>
  )
}
