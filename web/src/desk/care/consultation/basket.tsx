import { useState } from 'react'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { Empty } from '../../../parts/answer'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { AddOrder } from './add-order'
import { afterChange, steps } from './consultation.data'
import { DraftLine, SignedLine } from './order-line'

type Order = ShowConsultationAnswer['orders'][number]

/** What is to be signed, once for all of it; and what was signed, with what came back. */
export function Basket({ visitId, orders }: { visitId: string; orders: readonly Order[] }) {
  const words = useWords().care
  const may = useMay('care.order.sign')
  const drafts = orders.filter(({ state }) => state === 'draft')
  const signed = orders.filter(({ state }) => state !== 'draft').toReversed()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const sign = useCommand(steps.signOrders, visitId, { makesOld: afterChange })
  const asksReason = sign.refusal?.code === 'care.allergy-against'
  const press = () => {
    const reasonOf = (orderId: string) => (reasons[orderId]?.trim() ? { allergyOverride: reasons[orderId] } : {})
    sign.run({ visitId, orders: drafts.map(({ orderId, version }) => ({ orderId, version, ...reasonOf(orderId) })) })
  }
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
            reason={asksReason || reasons[order.orderId] !== undefined ? (reasons[order.orderId] ?? '') : null}
            setReason={(reason) => setReasons({ ...reasons, [order.orderId]: reason })}
          />
        ))}
        {orders.length === 0 && <Empty title={words.basketEmpty} hint={words.basketEmptyHint} />}
        {may && <AddOrder visitId={visitId} />}
        {signed.length > 0 && <h3 className="group">{words.signed}</h3>}
        {signed.map((order) => (
          <SignedLine key={order.orderId} order={order} />
        ))}
      </div>
      {drafts.length > 0 && may && (
        <div className="foot">
          <RefusalNote refusal={sign.refusal} unsent={sign.unsent} />
          <button type="button" className="btn primary" aria-busy={sign.pending} onClick={press}>
            {words.signOrders(drafts.length)}
          </button>
        </div>
      )}
    </aside>
  )
}
