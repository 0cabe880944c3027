import { enums } from '../../../client/enums'
import { Field } from '../../../parts/field'
import type { Refusal } from '../../../wire/send'
import { useBilingual, useWords } from '../../../words/use-words'
import { firstSplit, type Less, moved, removed, replaced, type Split, type Terms, withStep } from './draft'
import { Add, Choose, Row } from './inputs'
import { useRoleChoices } from './roles'
import { StepFields } from './step-fields'

type Props = {
  readonly split: Terms['split']
  readonly roles: readonly string[]
  readonly refusal: Refusal | null
  readonly change: (split: Terms['split']) => void
}
type Filled = Omit<Props, 'split'> & { readonly split: Split }

/** What is divided, what is taken out before, and the steps in their order. */
export function SplitForm({ split, roles, refusal, change }: Props) {
  const words = useWords().agreements
  return (
    <section className="terms">
      <h2>{words.split}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={split !== null}
          onChange={(event) => change(event.target.checked ? firstSplit(roles[0] ?? '') : null)}
        />
        {words.withSplit}
      </label>
      {split && (
        <>
          <ul>
            <Scope split={split} roles={roles} refusal={refusal} change={change} />
          </ul>
          <LessRows split={split} roles={roles} refusal={refusal} change={change} />
          <StepRows split={split} roles={roles} refusal={refusal} change={change} />
        </>
      )}
    </section>
  )
}

function Scope({ split, roles, refusal, change }: Filled) {
  const words = useWords().agreements
  const { divides, orAnybody } = useRoleChoices(roles)
  const { experts, ...rest } = split
  return (
    <Row place="split.divides" refusal={refusal}>
      <Choose label={words.divides} value={split.divides} choices={divides} onChange={(next) => change({ ...split, divides: next })} />
      <Choose
        label={words.experts}
        value={experts ?? ''}
        choices={orAnybody}
        onChange={(next) => change(next === '' ? rest : { ...rest, experts: next })}
      />
      <Field label={words.offerings}>
        {(control) => (
          <input
            {...control}
            className="wide"
            defaultValue={split.offerings.join(', ')}
            onChange={(event) => change({ ...split, offerings: [...new Set(event.target.value.split(/[,，\s]+/).filter(Boolean))] })}
          />
        )}
      </Field>
    </Row>
  )
}

function LessRows({ split, roles, refusal, change }: Filled) {
  const words = useWords().agreements
  const pick = useBilingual()
  const { receivers } = useRoleChoices(roles)
  const categories = Object.entries(enums.chargeCategory).map(([value, word]) => ({ value, label: pick(word) }))
  const { less } = split
  const set = (next: Less[]) => change({ ...split, less: next })
  const unused = categories.toReversed().find(({ value }) => !less.some(({ category }) => category === value))
  return (
    <>
      <h3>{words.less}</h3>
      <ul>
        {less.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place
          <Row key={index} place={`split.less[${index}]`} refusal={refusal} remove={() => set(removed(less, index))}>
            <Choose
              label={words.category}
              value={entry.category}
              choices={categories}
              onChange={(category) => set(replaced(less, index, { ...entry, category: category as Less['category'] }))}
            />
            <Choose label={words.to} value={entry.to} choices={receivers} onChange={(to) => set(replaced(less, index, { ...entry, to }))} />
          </Row>
        ))}
      </ul>
      {unused && (
        <Add label={words.addLess} onClick={() => set([...less, { category: unused.value as Less['category'], to: roles[0] ?? '' }])} />
      )}
    </>
  )
}

function StepRows({ split, roles, refusal, change }: Filled) {
  const words = useWords().agreements
  const { steps } = split
  const set = (next: Split['steps']) => change({ ...split, steps: next })
  return (
    <>
      <h3>{words.steps}</h3>
      <p className="note">{words.splitHint}</p>
      <ol>
        {steps.map((step, index) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are named by their place
            key={index}
            place={`split.steps[${index}]`}
            refusal={refusal}
            up={index > 0 ? () => set(moved(steps, index, -1)) : undefined}
            down={index < steps.length - 1 ? () => set(moved(steps, index, 1)) : undefined}
            remove={steps.length > 1 ? () => set(removed(steps, index)) : undefined}
          >
            <StepFields step={step} roles={roles} change={(next) => set(replaced(steps, index, next))} />
          </Row>
        ))}
      </ol>
      <Add label={words.addStep} onClick={() => set(withStep(steps, roles[0] ?? ''))} />
    </>
  )
}
