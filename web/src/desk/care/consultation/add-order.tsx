import { useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Term, TermPicker } from '../term-picker'
import { OrderForm } from './order-form'

const systems: Readonly<Record<Enum<'orderKind'>, string>> = { laboratory: 'lab', imaging: 'imaging', drug: 'drug' }

/** Chooses what to order: its kind, then the item by code, characters or initials. */
export function AddOrder({ visitId }: { visitId: string }) {
  const words = useWords().care
  const pick = useBilingual()
  const [kind, setKind] = useState<Enum<'orderKind'>>('laboratory')
  const [item, setItem] = useState<Term | null>(null)
  const choose = (next: Enum<'orderKind'>) => {
    setKind(next)
    setItem(null)
  }
  return (
    <section className="add-order">
      <h3>
        <Icon name="plus" /> {words.addOrder}
      </h3>
      <span className="seg">
        {(Object.keys(systems) as Enum<'orderKind'>[]).map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => choose(one)}>
            {pick(enums.orderKind[one])}
          </button>
        ))}
      </span>
      <TermPicker key={kind} system={systems[kind]} label={words.item} choose={setItem} />
      {item && <OrderForm key={item.code} visitId={visitId} kind={kind} item={item} leave={() => setItem(null)} />}
    </section>
  )
}
