import { Link } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { dateOf, timeOf, useDays } from '../../../parts/moment'
import { More } from '../../../parts/more'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useLivePages } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { useCalm } from '../../frame/use-calm'
import type { QueuedVisit } from '../queue.data'
import { Waited, What, Who } from '../queue-cells'
import { NextStep, StepButton } from '../queue-step'
import { ownDay } from './day-list.data'
import { groupsOf } from './day-list.order'

/** Whom the signed-in clinician sees today, over all sites, and the next step with each. */
export function DayListScreen() {
  const words = useWords().queue
  const format = useDays(dateOf(isoNow()))
  const list = useLivePages(ownDay())
  return (
    <div className="col">
      <div className="head">
        <h1>{words.dayTitle}</h1>
        <span className="note num">{format.full(dateOf(isoNow()))}</span>
        <span className="end">
          <LiveAge />
        </span>
      </div>
      <div className="grow">
        <Answer of={list}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items)
            if (items.length === 0) return <Empty title={words.noVisits} hint={words.noVisitsHint} />
            return (
              <>
                <Day items={items} />
                <More of={list} />
              </>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

function Day({ items }: { items: readonly QueuedVisit[] }) {
  const words = useWords().queue
  const latest = groupsOf(items).flatMap(({ group, visits }) => visits.map((visit) => ({ ...visit, id: visit.visitId, group })))
  const { rows, area } = useCalm(latest)
  return (
    <table className="grid queue" {...area}>
      <caption className="sr">{words.dayTitle}</caption>
      <thead>
        <tr>
          <th>{words.booked}</th>
          <th>{words.ticket}</th>
          <th>{words.who}</th>
          <th>{words.what}</th>
          <th>{words.waited}</th>
          <th>{words.status}</th>
          <th className="r">{words.next}</th>
        </tr>
      </thead>
      {(['now', 'later', 'over'] as const).map((group) => {
        const own = rows.filter(({ row }) => row.group === group)
        return (
          own.length > 0 && (
            <tbody key={group}>
              <tr className="grp">
                <th colSpan={7} scope="rowgroup">
                  {words[group]}
                </th>
              </tr>
              {own.map(({ row, gone }) => (
                <DayRow key={row.id} visit={row} gone={gone} />
              ))}
            </tbody>
          )
        )
      })}
    </table>
  )
}

function DayRow({ visit, gone }: { visit: QueuedVisit; gone: boolean }) {
  const words = useWords().queue
  const pick = useBilingual()
  const { visitId, startsAt, site, ticket, status, walkIn } = visit
  const may = !gone && (status === 'called' || status === 'in-progress')
  return (
    <tr className={gone ? 'gone' : undefined}>
      <th scope="row" className="num nowrap">
        {walkIn ? words.walkIn : timeOf(startsAt, site.zone)}
      </th>
      <td className="num">{ticket}</td>
      <td>
        <Who visit={visit} />
      </td>
      <td>
        <What visit={visit} site={pick(site.name)} />
      </td>
      <td className="nowrap">
        <Waited visit={visit} />
      </td>
      <td className="nowrap">
        <StatusMark of="visitStatus" value={status} />
      </td>
      <td className="r nowrap">
        <span className="steps">
          {status === 'called' && <StepButton step="miss" visit={visit} />}
          {may && status === 'in-progress' && (
            <Link to="/consultation/$visitId" params={{ visitId }}>
              {words.openConsultation}
            </Link>
          )}
          {!gone && visit.next?.step !== 'check-in' && <NextStep visit={visit} />}
        </span>
      </td>
    </tr>
  )
}
