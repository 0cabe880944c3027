import { useEffect, useRef } from 'react'
import { enums } from '../../../client/enums'
import { dateOf, timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { Who } from '../../booking/queue-cells'
import { NextAct } from './next-act'
import type { Task } from './task'

type Props = { readonly task: Task; readonly gone: boolean; readonly on: boolean; readonly choose: () => void }

/** One thing of the day: when, who, what and where, how it stands, and the one thing to do next. */
export function TaskRow({ task, gone, on, choose }: Props) {
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (on) row.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const words = useWords().commitments
  const { zone, ticket } = placeOf(task)
  const today = dateOf(task.at, zone) === dateOf(isoNow(), zone)
  return (
    <tr ref={row} className={[on && 'on', gone && 'gone'].filter(Boolean).join(' ') || undefined}>
      <th scope="row" className="num nowrap">
        {task.is === 'visit' && task.visit.walkIn ? words.walkIn : today ? timeOf(whenOf(task), zone) : dateOf(task.at, zone).slice(5)}
      </th>
      <td className="num">{ticket ?? <span aria-hidden="true">—</span>}</td>
      <td className="nowrap">
        <button type="button" className="pick" aria-pressed={on} onClick={choose}>
          <Whom task={task} />
        </button>
      </td>
      <td>
        <What task={task} />
      </td>
      <td className="nowrap">
        <State task={task} />
      </td>
      <td className="r nowrap">{!gone && <NextAct task={task} />}</td>
    </tr>
  )
}

const placeOf = (task: Task): { zone: string | undefined; ticket: string | null } =>
  task.is === 'visit' ? { zone: task.visit.site.zone, ticket: task.visit.ticket } : { zone: undefined, ticket: null }

/** A visit goes by when it was promised, not by when its wait ends. */
const whenOf = (task: Task): string => (task.is === 'visit' ? task.visit.startsAt : task.at)

export function Whom({ task }: { task: Task }) {
  const { care, commitments: words, shell } = useWords()
  const pick = useBilingual()
  if (task.is === 'visit') return <Who visit={task.visit} />
  if (task.is === 'order') {
    const { personName, sex, ageYears } = task.order
    return (
      <>
        <b>{personName ?? care.notOnCard}</b>{' '}
        <span className="note">
          {sex && pick(enums.sex[sex])} {ageYears !== null && shell.age(ageYears)}
        </span>
      </>
    )
  }
  if (task.is === 'claim') return <b>{task.claim.personName ?? task.claim.number}</b>
  if (task.is === 'parked') return <b>{task.parked.subscriber}</b>
  if (task.is === 'settle') return <b>{words.toSettle}</b>
  const kind = enums.commitmentKind[task.owed.kind as keyof typeof enums.commitmentKind]
  return <b>{kind ? pick(kind) : words.what}</b>
}

export function What({ task }: { task: Task }) {
  const { care, commitments: words, coverage } = useWords()
  const pick = useBilingual()
  if (task.is === 'visit') {
    const { offering, room, site } = task.visit
    return <>{[pick(offering), room && pick(room.name), pick(site.name)].filter(Boolean).join(' · ')}</>
  }
  if (task.is === 'order') {
    const { item, orderer, urgency, critical } = task.order
    return (
      <>
        {[pick(item), pick(orderer)].join(' · ')} {urgency === 'urgent' && <span className="tag clock">{pick(enums.urgency.urgent)}</span>}
        {(critical === 'to-report' || critical === 'reported') && <span className="tag danger">{care.criticalTitle}</span>}
      </>
    )
  }
  if (task.is === 'claim') return <>{[coverage.claims, task.claim.number, pick(task.claim.payer)].join(' · ')}</>
  if (task.is === 'parked') return <>{words.parkedWhat(task.parked.event, task.parked.attempts)}</>
  if (task.is === 'settle') {
    const { untilDate, services, collectedFen, statements } = task.settlement
    return <>{words.toSettleWhat(untilDate, services, formatFen(collectedFen), statements.length)}</>
  }
  return <>{task.owed.label ? pick(task.owed.label) : words.board}</>
}

export function State({ task }: { task: Task }) {
  const words = useWords().commitments
  if (task.is === 'visit') return <StatusMark of="visitStatus" value={task.visit.status} />
  if (task.is === 'order') return <StatusMark of="orderState" value={task.order.state} />
  if (task.is === 'claim') return <StatusMark of="claimState" value={task.claim.state} />
  if (task.is === 'parked') return <span className="tag clock">{words.parked}</span>
  if (task.is === 'settle') return <StatusMark of="statementState" value="to-confirm" />
  return <StatusMark of="commitmentState" value={task.owed.state} />
}
