import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { enums } from '../../../client/enums'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { ClockChip } from '../../../parts/clock'
import { Form, textOf } from '../../../parts/form'
import { Icon } from '../../../parts/icon'
import { timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { OrderResult } from '../order-result'
import { afterChange, steps } from './consultation.data'
import type { AnswerField } from './verdict-lines'

type Order = ShowConsultationAnswer['orders'][number]
const icons = { laboratory: 'flask', imaging: 'scan', drug: 'pill' } as const

/** What is ordered, of whom, and how it is taken. */
function What({ order: { kind, item, performer, urgency, dosing, note }, priceFen = null }: { order: Order; priceFen?: number | null }) {
  const words = useWords().care
  const pick = useBilingual()
  const route = dosing && (enums.drugRoute as Record<string, { zh: string; en: string }>)[dosing.route]
  return (
    <>
      <div className="l1">
        <Icon name={icons[kind]} />
        <b>{pick(item)}</b>
        {urgency === 'urgent' && <span className="tag clock">{pick(enums.urgency.urgent)}</span>}
        {priceFen !== null && <span className="end num">{formatFen(priceFen)}</span>}
      </div>
      <p className="note">{[pick(performer), note].filter(Boolean).join(' · ')}</p>
      {dosing && (
        <p className="note">
          {words.dosing(dosing.dose, dosing.unit, dosing.timesPerDay, dosing.days, route ? pick(route) : dosing.route)}
        </p>
      )}
    </>
  )
}

type DraftProps = {
  readonly order: Order
  /** Null: not known yet, or it has no price. */
  readonly priceFen: number | null
  readonly stopped: boolean
  /** What comes after it is taken out to order another one in its place. */
  readonly replace: () => void
  readonly allergyReason: AnswerField
  readonly verdicts: ReactNode
}

/** An order that waits for the signature, with what the rules say of it; a drug against an allergy asks for a reason. */
export function DraftLine({ order, priceFen, stopped, replace, allergyReason, verdicts }: DraftProps) {
  const words = useWords().care
  const pick = useBilingual()
  const drop = useCommand(steps.dropDraft, order.orderId, { makesOld: afterChange })
  const change = useCommand(steps.dropDraft, `${order.orderId}/change`, { makesOld: afterChange, onDone: replace })
  return (
    <div className={stopped ? 'order stop' : 'order'}>
      <What order={order} priceFen={priceFen} />
      {verdicts}
      {order.kind === 'drug' && allergyReason && (
        <input
          aria-label={words.override}
          placeholder={words.override}
          value={allergyReason.value}
          onChange={(event) => allergyReason.set(event.target.value)}
        />
      )}
      <RefusalNote refusal={drop.refusal} unsent={drop.unsent} />
      <p className="row">
        {stopped && (
          <button type="button" className="text" aria-busy={change.pending} onClick={() => change.run({ orderId: order.orderId })}>
            {words.changeItem}
          </button>
        )}
        <button
          type="button"
          className="text"
          aria-label={words.remove(pick(order.item))}
          aria-busy={drop.pending}
          onClick={() => drop.run({ orderId: order.orderId })}
        >
          {words.removeWord}
        </button>
      </p>
    </div>
  )
}

/** A signed order: where it stands, its clock, what came of it. */
export function SignedLine({ order }: { order: Order }) {
  const words = useWords().care
  const { state, signedAt, dueAt, result, allergyOverride, endReason } = order
  const runs = state === 'requested' || state === 'accepted' || state === 'collected'
  return (
    <div className={result?.critical ? 'order stop' : 'order'}>
      <What order={order} />
      <p className="states">
        <StatusMark of="orderState" value={state} />
        {runs && signedAt && dueAt && <ClockChip since={signedAt} until={dueAt} />}
        {result?.releasedAt && <span className="note">{words.resultAt(timeOf(result.releasedAt))}</span>}
      </p>
      {allergyOverride && <p className="note">{words.overrideKept(allergyOverride)}</p>}
      {endReason && <p className="note">{words.endedBecause(endReason)}</p>}
      {result?.releasedAt && <OrderResult result={result} />}
      {result?.critical && result.readAt === null && <Link to="/results">{words.answerCritical}</Link>}
      {(state === 'requested' || state === 'accepted') && <Cancel order={order} />}
    </div>
  )
}

function Cancel({ order: { orderId, version } }: { order: Order }) {
  const words = useWords().care
  const [open, setOpen] = useState(false)
  const cancel = useCommand(steps.cancelOrder, orderId, { makesOld: afterChange })
  if (!open)
    return (
      <button type="button" className="text" onClick={() => setOpen(true)}>
        {words.cancelOrder}
      </button>
    )
  return (
    <Form className="form" submit={(form) => cancel.run({ orderId, version, reason: textOf(form, 'reason') ?? '' })}>
      <input name="reason" aria-label={words.cancelReason} placeholder={words.cancelReason} required minLength={2} />
      <RefusalNote refusal={cancel.refusal} unsent={cancel.unsent} />
      <button type="submit" className="btn" aria-busy={cancel.pending}>
        {words.cancelOrder}
      </button>
    </Form>
  )
}
