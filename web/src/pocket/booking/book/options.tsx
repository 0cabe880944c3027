import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { FindPromisesAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { More } from '../../../parts/more'
import { PromisedResources } from '../../../parts/promised-resources'
import { RefusalNote } from '../../../parts/refusal-note'
import { useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, promises, steps } from './book.data'

type Option = FindPromisesAnswer['items'][number]

const keyOf = ({ startsAt, siteId, resources }: Option): string => [startsAt, siteId, ...resources.map(({ id }) => id)].join('|')

type Props = {
  readonly offeringId: string
  readonly date: string | undefined
  /** The family member it is for; absent: myself. */
  readonly person: string | undefined
  /** The description from which it is booked. */
  readonly assessment: string | undefined
  readonly children: ReactNode
}

/** The times of one day; the chosen one is kept with one tap. */
export function Options({ offeringId, date, person, assessment, children }: Props) {
  const words = useWords().booking
  const session = useSession()
  const navigate = useNavigate({ from: '/book' })
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useInfiniteQuery({ ...promises(offeringId, date ?? ''), enabled: date !== undefined })
  const hold = useCommand(steps.holdVisit, 'hold', {
    makesOld: afterChange,
    onDone: ({ visitId }) => void navigate({ search: (before) => ({ ...before, hold: visitId }) }),
  })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const option = items.find((item) => keyOf(item) === chosen)
  const keep = ({ siteId, startsAt, resources }: Option) =>
    hold.run({
      offeringId,
      personId: person ?? session?.personId ?? '',
      siteId,
      startsAt,
      resourceIds: resources.map(({ id }) => id),
      assessmentId: assessment,
    })
  return (
    <>
      <main id="main" tabIndex={-1}>
        {children}
        {date && (
          <Answer of={list}>
            {() => (
              <fieldset className="options" aria-label={words.promises}>
                {items.length === 0 && <Empty title={words.noneOnDay} />}
                {items.map((item) => (
                  <OptionCard key={keyOf(item)} option={item} on={keyOf(item) === chosen} choose={() => setChosen(keyOf(item))} />
                ))}
                <More of={list} />
              </fieldset>
            )}
          </Answer>
        )}
      </main>
      <section className="confirm" aria-label={words.hold}>
        <RefusalNote refusal={hold.refusal} unsent={hold.unsent} />
        {option ? (
          <button type="button" className="btn primary wide" aria-busy={hold.pending} onClick={() => keep(option)}>
            {words.keepThis(timeOf(option.startsAt, option.zone))}
          </button>
        ) : (
          <p className="note">{words.pick}</p>
        )}
      </section>
    </>
  )
}

function OptionCard({ option, on, choose }: { option: Option; on: boolean; choose: () => void }) {
  const { bill, booking: words } = useWords()
  const pick = useBilingual()
  const { startsAt, endsAt, zone, site, priceFen, resources } = option
  return (
    <label className={on ? 'opt on' : 'opt'}>
      <span className="l num">
        <input type="radio" name="option" checked={on} onChange={choose} />
        <b>{timeOf(startsAt, zone)}</b>
        <span className="note">{words.untilShort(timeOf(endsAt, zone))}</span>
        <span className="end">
          {bill.listPrice} {formatFen(priceFen)}
        </span>
      </span>
      <PromisedResources resources={resources} />
      <span className="note">{pick(site)}</span>
    </label>
  )
}
