import { enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import { Options } from '../../../parts/form'
import { Icon } from '../../../parts/icon'
import { useWords } from '../../../words/use-words'
import { NameFields } from './name-fields'
import { emptyItem, type Item, replaced, without } from './norm-draft'

type Props = { readonly items: readonly Item[]; readonly change: (items: Item[]) => void }

/** The checklist by which the norm is inspected, item by item. */
export function ItemFields({ items, change }: Props) {
  const words = useWords().loop
  return (
    <section className="terms">
      <h2>{words.items}</h2>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are named by their place
        <fieldset key={place} className="norm-part">
          <ItemRow item={item} change={(part) => change(replaced(items, place, part))} />
          {items.length > 1 && (
            <button type="button" className="text" onClick={() => change(without(items, place))}>
              {words.remove}
            </button>
          )}
        </fieldset>
      ))}
      <button type="button" className="text" onClick={() => change([...items, emptyItem])}>
        <Icon name="plus" />
        {words.addItem}
      </button>
    </section>
  )
}

function ItemRow({
  item: { code, text, severity, coreSystem, indicatorCode },
  change,
}: {
  item: Item
  change: (part: Partial<Item>) => void
}) {
  const words = useWords().loop
  return (
    <>
      <div className="four">
        <Field label={words.itemCode}>
          {(control) => (
            <input {...control} value={code} maxLength={20} onChange={(event) => change({ code: event.target.value.toUpperCase() })} />
          )}
        </Field>
        <Field label={words.severity}>
          {(control) => (
            <select {...control} value={severity} onChange={(event) => change({ severity: event.target.value as Item['severity'] })}>
              <Options of={enums.findingSeverity} />
            </select>
          )}
        </Field>
        <Field label={words.coreSystem}>
          {(control) => (
            <select
              {...control}
              value={coreSystem ?? ''}
              onChange={(event) => change({ coreSystem: event.target.value === '' ? null : Number(event.target.value) })}
            >
              <option value="">{words.noCoreSystem}</option>
              <Options of={enums.coreSystem} />
            </select>
          )}
        </Field>
        <Field label={words.indicator}>
          {(control) => (
            <input
              {...control}
              value={indicatorCode ?? ''}
              maxLength={60}
              onChange={(event) => change({ indicatorCode: event.target.value.trim() || null })}
            />
          )}
        </Field>
      </div>
      <NameFields labels={[words.itemZh, words.itemEn]} value={text} change={(next) => change({ text: next })} />
    </>
  )
}
