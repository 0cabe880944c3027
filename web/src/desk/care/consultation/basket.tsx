import { keepPreviousData } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { Empty } from '../../../parts/answer'
import { RefusalNote } from '../../../parts/refusal-note'
import { useLive } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { AddOrder } from './add-order'
import { BasketQuote } from './basket-quote'
import { check, quote } from './consultation.data'
import { DraftLine, SignedLine } from './order-line'
import { useSigning } from './use-signing'
import { VerdictLines } from './verdict-lines'

type Order = ShowConsultationAnswer['orders'][number]

/** What is to be signed, each with what the rules say of it; and what was signed, with what came back. */
export function Basket({ visitId, orders }: { visitId: string; orders: readonly Order[] }) {
  const words = useWords().care
  const may = useMay('care.order.sign')
  const drafts = orders.filter(({ state }) => state === 'draft')
  const signed = orders.filter(({ state }) => state !== 'draft').toReversed()
  const review = useLive({ ...check(visitId), enabled: may && drafts.length > 0 })
  const signing = useSigning(visitId, drafts, review.data ?? null)
  const toSign = signing.toSign.map(({ orderId }) => orderId)
  const { data: quoted } = useLive({ ...quote(visitId, toSign), enabled: may && drafts.length > 0, placeholderData: keepPreviousData })
  const priceOf = ({ orderId }: Order) => quoted?.prices.find((price) => price.orderId === orderId)?.amountFen ?? null
  const [kind, setKind] = useState<Order['kind']>('laboratory')
  const picker = useRef<HTMLElement>(null)
  const replace = (order: Order) => {
    setKind(order.kind)
    setTimeout(() => picker.current?.querySelector<HTMLInputElement>('input')?.focus())
  }
  const checkOf = ({ orderId }: Order) => (review.isError ? null : review.data?.checks.find((one) => one.orderId === orderId))
  return (
    <aside className="col" aria-label={words.basket}>
      <div className="h-row basket-head">
        <h2>{words.basket}</h2>
        <span className="note">{words.basketCount(drafts.length)}</span>
      </div>
      <div className="grow">
        {drafts.map((order) => (
          <DraftLine
            key={order.orderId}
            order={order}
            priceFen={priceOf(order)}
            stopped={signing.isStopped(order)}
            replace={() => replace(order)}
            allergyReason={signing.allergyReason(order)}
            verdicts={may && <VerdictLines check={checkOf(order)} answerTo={(remark) => signing.answerTo(order.orderId, remark)} />}
          />
        ))}
        {orders.length === 0 && <Empty title={words.basketEmpty} hint={words.basketEmptyHint} />}
        {may && <AddOrder visitId={visitId} kind={kind} setKind={setKind} place={picker} />}
        {signed.length > 0 && <h3 className="group">{words.signed}</h3>}
        {signed.map((order) => (
          <SignedLine key={order.orderId} order={order} />
        ))}
      </div>
      {quoted && signing.toSign.length > 0 && <BasketQuote quoted={quoted} count={signing.toSign.length} />}
      {drafts.length > 0 && may && <Foot of={signing} stopped={drafts.length - signing.toSign.length} />}
    </aside>
  )
}

/** The one signature: how many orders it is for, and how many stay behind. */
function Foot({ of: { sign, toSign, press }, stopped }: { of: ReturnType<typeof useSigning>; stopped: number }) {
  const words = useWords().care
  return (
    <div className="foot">
      <RefusalNote refusal={sign.refusal} unsent={sign.unsent} />
      {stopped > 0 && <span className="note">{words.stoppedStay(stopped)}</span>}
      {toSign.length > 0 && (
        <button type="button" className="btn primary end" aria-busy={sign.pending} onClick={press}>
          {words.signOrders(toSign.length)}
        </button>
      )}
    </div>
  )
}
