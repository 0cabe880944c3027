import { Field } from '../../../parts/field'

type Name = { readonly zh: string; readonly en: string }
type Props = {
  readonly labels: readonly [string, string]
  readonly value: Name
  readonly long?: boolean
  readonly change: (value: Name) => void
}

/** A text in both languages, side by side. */
export function NameFields({ labels: [zh, en], value, long = false, change }: Props) {
  const Control = long ? 'textarea' : 'input'
  return (
    <div className="two">
      <Field label={zh}>
        {(control) => (
          <Control
            {...control}
            lang="zh"
            value={value.zh}
            maxLength={4000}
            onChange={(event) => change({ ...value, zh: event.target.value })}
          />
        )}
      </Field>
      <Field label={en}>
        {(control) => (
          <Control
            {...control}
            lang="en"
            value={value.en}
            maxLength={4000}
            onChange={(event) => change({ ...value, en: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
