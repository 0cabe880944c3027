import type { PreviewTermsInput } from '../../../client/operations'
import type { Refusal } from '../../../wire/send'

export type Terms = PreviewTermsInput['terms']
export type Use = Terms['use'][number]
export type Split = NonNullable<Terms['split']>
export type Less = Split['less'][number]
export type Step = Split['steps'][number]
export type StepKind = Step['step']
export type Example = PreviewTermsInput['example']
export type Party = { readonly role: string; readonly partyId: string }

/** What is typed before it is saved. */
export type Draft = {
  readonly code: string
  readonly titleZh: string
  readonly titleEn: string
  readonly parties: readonly Party[]
  readonly terms: Terms
  readonly validFrom: string
  readonly validUntil: string
}

export const stepKinds: readonly StepKind[] = ['percent', 'fixed', 'tier', 'remainder']

/** A split that gives everything to the first party. */
export const firstSplit = (role: string): Split => ({
  divides: 'bill',
  offerings: [],
  less: [],
  steps: [{ step: 'remainder', of: 'base', to: [{ party: role, parts: 1 }] }],
})

export const receiversOf = (step: Step): readonly string[] => (typeof step.to === 'string' ? [step.to] : step.to.map(({ party }) => party))

/** The same step as another kind: source and receivers stay, rates begin anew. */
export function asKind(step: Step, kind: StepKind): Step {
  const receivers = receiversOf(step)
  const { of } = step
  const to = receivers[0] ?? ''
  if (kind === 'percent') return { step: kind, of, to: receivers.map((party) => ({ party, basisPoints: 1000 })) }
  if (kind === 'remainder') return { step: kind, of, to: receivers.map((party) => ({ party, parts: 1 })) }
  if (kind === 'fixed') return { step: kind, of, to, amountFen: 10_000 }
  return { step: kind, of, to, tiers: [{ upToFen: null, basisPoints: 1000 }] }
}

/** A new step comes before the last, which gives out the rest. */
export const withStep = (steps: readonly Step[], role: string): Step[] => [
  ...steps.slice(0, -1),
  { step: 'percent', of: 'base', to: [{ party: role, basisPoints: 1000 }] },
  ...steps.slice(-1),
]

export const replaced = <Item>(items: readonly Item[], place: number, item: Item): Item[] =>
  items.map((before, index) => (index === place ? item : before))
export const removed = <Item>(items: readonly Item[], place: number): Item[] => items.filter((_, index) => index !== place)

/** The item one place further up (-1) or down (1). */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const copy = [...items]
  const [item] = copy.splice(place, 1)
  if (item !== undefined) copy.splice(place + by, 0, item)
  return copy
}

/** Where a refusal points, as the terms name their places: `terms.split.steps.3.of` is `split.steps[3].of`. */
export const placeOf = (details: Refusal['details']): string =>
  String(details.place ?? details.field ?? '')
    .replace(/^terms\./, '')
    .replace(/\.(\d+)/g, '[$1]')

/** Whether a place is this row or inside it. */
export const isInside = (place: string, row: string): boolean =>
  place === row || (place.startsWith(row) && /^[.[]/.test(place.slice(row.length)))

/** Fen of an amount typed in yuan, or basis points of a percentage; undefined: not a number with two decimals at most. */
export function hundredths(text: string): number | undefined {
  return /^\d{1,10}(\.\d{0,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : undefined
}
export const asHundredths = (value: number | undefined): string => (value === undefined ? '' : String(value / 100))
