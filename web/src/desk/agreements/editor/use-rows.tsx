import { enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import type { Refusal } from '../../../wire/send'
import { useBilingual, useWords } from '../../../words/use-words'
import { removed, replaced, type Use } from './draft'
import { Add, Choose, NumberInput, Row } from './inputs'
import { useRoleChoices } from './roles'

type Props = {
  readonly use: readonly Use[]
  readonly roles: readonly string[]
  readonly refusal: Refusal | null
  readonly change: (use: Use[]) => void
}

/** Who may use what of whom, at which price. */
export function UseRows({ use, roles, refusal, change }: Props) {
  const words = useWords().agreements
  const added: Use = { user: roles[1] ?? '', owner: roles[0] ?? '', resource: { role: 'room', kind: '*' }, price: null }
  return (
    <section className="terms">
      <h2>{words.use}</h2>
      <p className="note">{words.useHint}</p>
      <ul>
        {use.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place
          <Row key={index} place={`use[${index}]`} refusal={refusal} remove={() => change(removed(use, index))}>
            <UseFields entry={entry} roles={roles} change={(next) => change(replaced(use, index, next))} />
          </Row>
        ))}
      </ul>
      <Add label={words.addUse} onClick={() => change([...use, added])} />
    </section>
  )
}

function UseFields({ entry, roles, change }: { entry: Use; roles: readonly string[]; change: (entry: Use) => void }) {
  const words = useWords().agreements
  const pick = useBilingual()
  const { own } = useRoleChoices(roles)
  const { user, owner, resource, price } = entry
  const resources = Object.entries(enums.resourceRole).map(([value, word]) => ({ value, label: pick(word) }))
  const periods = [
    { value: '', label: words.free },
    { value: 'use', label: words.perUse },
    { value: 'half-hour', label: words.perHalfHour },
    { value: 'month', label: words.perMonth },
  ]
  const choosePeriod = (per: string) =>
    change({ ...entry, price: per === '' ? null : { amountFen: 10_000, ...price, per: per as NonNullable<Use['price']>['per'] } })
  return (
    <>
      <Choose label={words.user} value={user} choices={own} onChange={(next) => change({ ...entry, user: next })} />
      <Choose label={words.owner} value={owner} choices={own} onChange={(next) => change({ ...entry, owner: next })} />
      <Choose
        label={words.resource}
        value={resource.role}
        choices={resources}
        onChange={(role) => change({ ...entry, resource: { ...resource, role: role as Use['resource']['role'] } })}
      />
      <Field label={words.kind}>
        {(control) => (
          <input
            {...control}
            value={resource.kind}
            maxLength={40}
            onChange={(event) => change({ ...entry, resource: { ...resource, kind: event.target.value.trim() } })}
          />
        )}
      </Field>
      <Choose label={words.price} value={price?.per ?? ''} choices={periods} onChange={choosePeriod} />
      {price && (
        <>
          <NumberInput
            label={words.amount}
            value={price.amountFen}
            onChange={(amountFen = 0) => change({ ...entry, price: { ...price, amountFen } })}
          />
          <NumberInput
            label={words.minimum}
            value={price.minimumFen}
            optional
            onChange={(minimumFen) => change({ ...entry, price: withMinimum(price, minimumFen) })}
          />
        </>
      )}
    </>
  )
}

function withMinimum({ per, amountFen }: NonNullable<Use['price']>, minimumFen: number | undefined): NonNullable<Use['price']> {
  return minimumFen === undefined ? { per, amountFen } : { per, amountFen, minimumFen }
}
