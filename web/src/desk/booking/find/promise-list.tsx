import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answer, Empty } from '../../../parts/answer'
import { dateOf, useDays } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { OverrideReason, reasonIsEnough } from '../../triage/override-reason'
import { useStops } from '../../triage/use-stops'
import { afterChange, promises, steps, visit } from './find.data'
import type { FindView } from './find.view'
import { PromiseCard } from './promise-card'

type Props = {
  readonly view: FindView
  readonly offeringId: string
  readonly date: string
  readonly firstFree: string | null
  readonly change: (part: Partial<FindView>) => void
}

/** The complete options of one day. A card is one atomic hold; the first one says why it is not earlier. */
export function PromiseList({ view, offeringId, date, firstFree, change }: Props) {
  const { booking } = useWords()
  const list = useInfiniteQuery(promises(offeringId, date, view))
  const mayBook = useMay('booking.visit.book')
  const before = useLive({ ...visit(view.hold ?? ''), enabled: view.hold !== undefined }).data
  const release = useCommand(steps.cancelVisit, view.hold ?? 'none', { makesOld: afterChange })
  const hold = useCommand(steps.holdVisit, 'hold', {
    makesOld: afterChange,
    onDone: ({ visitId }) => {
      if (before?.status === 'held') release.run({ visitId: before.id, version: before.version }) // the old place goes once the new one is sure
      change({ hold: visitId })
    },
  })
  const { person } = view
  const [reason, setReason] = useState('')
  const stopped = useStops(view) || hold.refusal?.code === 'triage.red-flag'
  return (
    <Answer of={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const lanes = pages.flatMap((page) => page.lanes)
        return (
          <>
            <RefusalNote refusal={hold.refusal} unsent={hold.unsent} />
            {stopped && <OverrideReason reason={reason} change={setReason} />}
            {items.length === 0 && <NoneOnDay firstFree={firstFree} choose={(chosen) => change({ date: chosen })} />}
            {items.map((promise, place) => (
              <PromiseCard
                key={`${promise.startsAt}-${promise.siteId}-${promise.resources[0]?.id}`}
                promise={promise}
                lanes={lanes}
                explained={place === 0}
                hold={
                  mayBook && person && (!stopped || reasonIsEnough(reason))
                    ? () =>
                        hold.run({
                          offeringId,
                          personId: person,
                          siteId: promise.siteId,
                          startsAt: promise.startsAt,
                          resourceIds: promise.resources.map(({ id }) => id),
                          assessmentId: view.assessment,
                          overrideReason: stopped ? reason.trim() : undefined,
                        })
                    : null
                }
                pending={hold.pending}
                instead={view.hold !== undefined}
              />
            ))}
            <More of={list} />
            <p className="sr" role="status">
              {booking.promiseCount(items.length, list.hasNextPage)}
            </p>
          </>
        )
      }}
    </Answer>
  )
}

function NoneOnDay({ firstFree, choose }: { firstFree: string | null; choose: (date: string) => void }) {
  const words = useWords().booking
  const format = useDays(dateOf(isoNow()))
  return (
    <Empty title={words.noneOnDay}>
      {firstFree && (
        <button type="button" className="btn" onClick={() => choose(firstFree)}>
          {words.goToFirstFree(format.full(firstFree))}
        </button>
      )}
    </Empty>
  )
}
