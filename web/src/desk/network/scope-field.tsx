import { Select } from 'antd'
import { enums } from '../../client/enums'
import { Field } from '../../parts/field'
import { useBilingual, useWords } from '../../words/use-words'

type Props = {
  readonly value: readonly string[]
  readonly change: (scope: string[]) => void
  /** Of which to choose; absent: all that have words. */
  readonly among?: readonly string[]
  readonly help?: string
}

/** The specialties that a licence or filing covers. */
export function ScopeField({ value, change, among = Object.keys(enums.specialty), help }: Props) {
  const words = useWords().network
  const pick = useBilingual()
  const known: Record<string, { zh: string; en: string }> = enums.specialty
  const label = (specialty: string) => (known[specialty] ? pick(known[specialty]) : specialty)
  return (
    <Field label={words.scope} {...(help ? { help } : {})}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          value={[...value]}
          options={among.map((specialty) => ({ value: specialty, label: label(specialty) }))}
          optionFilterProp="label"
          onChange={change}
        />
      )}
    </Field>
  )
}
