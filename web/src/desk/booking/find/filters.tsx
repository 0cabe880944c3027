import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useBilingual, useWords } from '../../../words/use-words'
import { days, offerings } from './find.data'
import type { FindView } from './find.view'

type Props = { readonly view: FindView; readonly change: (part: Partial<FindView>) => void }
type Choice = { readonly value: string; readonly label: string }

/** Service, expert and site; all in the address. */
export function Filters({ view, change }: Props) {
  const { booking, shell } = useWords()
  const pick = useBilingual()
  const list = useQuery(offerings(view.specialty))
  const found = useQuery({ ...days(view.offering ?? '', view), enabled: view.offering !== undefined })
  const choices = (items: readonly { id: string; name: { zh: string; en: string } }[] = []): Choice[] =>
    items.map(({ id, name }) => ({ value: id, label: pick(name) }))
  const without = (name: keyof FindView) => (value: string | undefined) => change({ [name]: value, hold: undefined })
  return (
    <search className="filters">
      <Field
        label={booking.offering}
        value={view.offering}
        options={choices(list.data?.items)}
        placeholder={booking.pocketOfferings}
        wide
        onChange={(offering) => change({ offering, expert: undefined, site: undefined, hold: undefined })}
      />
      <Field
        label={booking.expert}
        value={view.expert}
        options={choices(found.data?.experts)}
        placeholder={shell.any}
        clear
        onChange={without('expert')}
      />
      <Field
        label={booking.site}
        value={view.site}
        options={choices(found.data?.sites)}
        placeholder={shell.any}
        clear
        onChange={without('site')}
      />
      {(view.expert || view.site) && (
        <button type="button" className="text" onClick={() => change({ expert: undefined, site: undefined })}>
          {shell.reset}
        </button>
      )}
    </search>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string | undefined
  readonly options: Choice[]
  readonly placeholder: string
  readonly wide?: boolean
  readonly clear?: boolean
  readonly onChange: (value: string | undefined) => void
}

function Field({ label, value, options, placeholder, wide = false, clear = false, onChange }: FieldProps) {
  return (
    <span className={value ? 'field on' : 'field'}>
      <span aria-hidden="true">{label}</span>
      <Select
        aria-label={label}
        variant="borderless"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={clear}
        placeholder={placeholder}
        style={{ width: wide ? 260 : 132 }}
        value={value ?? null}
        options={options}
        onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      />
    </span>
  )
}
