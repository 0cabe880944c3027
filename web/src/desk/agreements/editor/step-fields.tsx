import type { ReactNode } from 'react'
import { Icon } from '../../../parts/icon'
import { useWords } from '../../../words/use-words'
import { asKind, removed, replaced, type Step, type StepKind, stepKinds } from './draft'
import { Add, Choose, NumberInput } from './inputs'
import { useRoleChoices } from './roles'

type Of<Kind extends StepKind> = Extract<Step, { step: Kind }>
type Props<One extends Step> = { readonly step: One; readonly roles: readonly string[]; readonly change: (step: Step) => void }

/** The kind of a step, its source, and the fields of its kind. */
export function StepFields({ step, roles, change }: Props<Step>) {
  const words = useWords().agreements
  const { sources } = useRoleChoices(roles)
  const kinds = stepKinds.map((kind) => ({ value: kind, label: words[kind] }))
  return (
    <>
      <Choose label={words.step} value={step.step} choices={kinds} onChange={(kind) => change(asKind(step, kind as StepKind))} />
      <Choose label={words.of} value={step.of} choices={sources} onChange={(of) => change({ ...step, of })} />
      {step.step === 'percent' && <PercentFields step={step} roles={roles} change={change} />}
      {step.step === 'remainder' && <RemainderFields step={step} roles={roles} change={change} />}
      {step.step === 'fixed' && <FixedFields step={step} roles={roles} change={change} />}
      {step.step === 'tier' && <TierFields step={step} roles={roles} change={change} />}
    </>
  )
}

function PercentFields({ step, roles, change }: Props<Of<'percent'>>) {
  const words = useWords().agreements
  return (
    <Receivers to={step.to} roles={roles} change={(to) => change({ ...step, to })} fresh={(party) => ({ party, basisPoints: 1000 })}>
      {(one, set) => (
        <NumberInput label={words.rate} value={one.basisPoints} onChange={(basisPoints = 0) => set({ ...one, basisPoints })} />
      )}
    </Receivers>
  )
}

function RemainderFields({ step, roles, change }: Props<Of<'remainder'>>) {
  const words = useWords().agreements
  return (
    <Receivers to={step.to} roles={roles} change={(to) => change({ ...step, to })} fresh={(party) => ({ party, parts: 1 })}>
      {(one, set) => <NumberInput label={words.parts} value={one.parts} whole onChange={(parts = 0) => set({ ...one, parts })} />}
    </Receivers>
  )
}

type Receiver = { readonly party: string }
type ReceiversProps<One extends Receiver> = {
  readonly to: readonly One[]
  readonly roles: readonly string[]
  readonly change: (to: One[]) => void
  readonly fresh: (party: string) => One
  readonly children: (one: One, set: (one: One) => void) => ReactNode
}

/** Who receives, and what each gets of it; at least one. */
function Receivers<One extends Receiver>({ to, roles, change, fresh, children }: ReceiversProps<One>) {
  const words = useWords().agreements
  const { receivers } = useRoleChoices(roles)
  const unused = roles.find((role) => !to.some(({ party }) => party === role)) ?? 'host'
  return (
    <>
      {to.map((one, index) => {
        const set = (next: One) => change(replaced(to, index, next))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: receivers are named by their place
          <Pair key={index} remove={to.length > 1 ? () => change(removed(to, index)) : undefined}>
            <Choose label={words.to} value={one.party} choices={receivers} onChange={(party) => set({ ...one, party })} />
            {children(one, set)}
          </Pair>
        )
      })}
      <Add label={words.addReceiver} onClick={() => change([...to, fresh(unused)])} />
    </>
  )
}

function FixedFields({ step, roles, change }: Props<Of<'fixed'>>) {
  const words = useWords().agreements
  const { receivers } = useRoleChoices(roles)
  return (
    <>
      <Choose label={words.to} value={step.to} choices={receivers} onChange={(to) => change({ ...step, to })} />
      <NumberInput label={words.amount} value={step.amountFen} onChange={(amountFen = 0) => change({ ...step, amountFen })} />
    </>
  )
}

function TierFields({ step, roles, change }: Props<Of<'tier'>>) {
  const words = useWords().agreements
  const { receivers } = useRoleChoices(roles)
  const { tiers } = step
  const set = (next: Of<'tier'>['tiers']) => change({ ...step, tiers: next })
  const highest = Math.max(0, ...tiers.map(({ upToFen }) => upToFen ?? 0))
  return (
    <>
      <Choose label={words.to} value={step.to} choices={receivers} onChange={(to) => change({ ...step, to })} />
      {tiers.map((tier, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiers are named by their place
        <Pair key={index} remove={tier.upToFen === null ? undefined : () => set(removed(tiers, index))}>
          {tier.upToFen === null ? (
            <span className="form-field">
              <span className="label">{words.upTo}</span>
              <span className="fixed">{words.above}</span>
            </span>
          ) : (
            <NumberInput
              label={words.upTo}
              value={tier.upToFen}
              onChange={(upToFen = 0) => set(replaced(tiers, index, { ...tier, upToFen }))}
            />
          )}
          <NumberInput
            label={words.rate}
            value={tier.basisPoints}
            onChange={(basisPoints = 0) => set(replaced(tiers, index, { ...tier, basisPoints }))}
          />
        </Pair>
      ))}
      <Add
        label={words.addTier}
        onClick={() => set([...tiers.slice(0, -1), { upToFen: highest + 10_000_000, basisPoints: 1000 }, ...tiers.slice(-1)])}
      />
    </>
  )
}

/** What belongs to one receiver or tier, and the way to take it out. */
function Pair({ remove, children }: { remove: (() => void) | undefined; children: ReactNode }) {
  const words = useWords().agreements
  return (
    <span className="term-pair">
      {children}
      {remove && (
        <button type="button" className="text" aria-label={words.remove} title={words.remove} onClick={remove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
