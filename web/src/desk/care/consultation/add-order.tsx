import { type Ref, useState } from 'react'
import { type Enum, enums } from '../../../client/enums'
import { Icon } from '../../../parts/icon'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Term, TermPicker } from '../term-picker'
import { OrderForm } from './order-form'

type Kind = Enum<'orderKind'>
const systems: Readonly<Record<Kind, string>> = { laboratory: 'lab', imaging: 'imaging', drug: 'drug' }

type Props = { readonly visitId: string; readonly kind: Kind; readonly setKind: (kind: Kind) => void; readonly place: Ref<HTMLElement> }

/** Chooses what to order: its kind, then the item by code, characters or initials. */
export function AddOrder({ visitId, kind, setKind, place }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  const [item, setItem] = useState<Term | null>(null)
  const choose = (next: Kind) => {
    setKind(next)
    setItem(null)
  }
  return (
    <section className="add-order" ref={place}>
      <h3>
        <Icon name="plus" /> {words.addOrder}
      </h3>
      <span className="seg">
        {(Object.keys(systems) as Kind[]).map((one) => (
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
