import { ok, type Result } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'
import { receiversOf } from './sentence.ts'
import { type Split, type Step, serviceRoles, type Terms } from './terms.ts'

export const termsRefusals = [
  'agreements.terms-empty',
  'agreements.terms-role-unknown',
  'agreements.terms-source-empty',
  'agreements.terms-remainder-missing',
  'agreements.terms-remainder-misplaced',
  'agreements.terms-remainder-homeless',
  'agreements.terms-over-hundred',
  'agreements.terms-tiers',
  'agreements.terms-less-without-bill',
  'agreements.terms-duplicate',
] as const
export type TermsRefusal = (typeof termsRefusals)[number]
type Checked = Result<null, TermsRefusal>

const good: Checked = ok(null)
const firstRefusal = (checks: Iterable<Checked>): Checked => {
  for (const check of checks) if (!check.ok) return check
  return good
}

/** Whether terms of this shape mean something between these roles; a refusal names the place, the reason and the remedy. */
export function checkTerms(terms: Terms, roles: readonly string[]): Checked {
  if (terms.use.length === 0 && !terms.split) return refuse('agreements.terms-empty')
  return firstRefusal([checkUse(terms, roles), ...(terms.split ? [checkScope(terms.split, roles), checkSteps(terms.split, roles)] : [])])
}

const checkRole = (role: string, known: readonly string[], place: string): Checked =>
  known.includes(role) ? good : refuse('agreements.terms-role-unknown', { place, role, known: known.join(', ') })

/** Refuses the first entry whose key an earlier one has. */
function checkUnique(keys: readonly string[], place: string): Checked {
  const second = keys.findIndex((key, index) => keys.indexOf(key) < index)
  if (second < 0) return good
  return refuse('agreements.terms-duplicate', { place: `${place}[${second}]`, first: `${place}[${keys.indexOf(keys[second] ?? '')}]` })
}

function checkUse({ use }: Terms, roles: readonly string[]): Checked {
  return firstRefusal([
    ...use.flatMap(({ user, owner }, index) => [
      checkRole(user, roles, `use[${index}].user`),
      checkRole(owner, roles, `use[${index}].owner`),
    ]),
    checkUnique(
      use.map(({ user, owner, resource }) => [user, owner, resource.role, resource.kind].join(' ')),
      'use',
    ),
  ])
}

function checkScope({ divides, experts, less }: Split, roles: readonly string[]): Checked {
  return firstRefusal([
    checkRole(divides, ['bill', ...roles], 'split.divides'),
    experts === undefined ? good : checkRole(experts, roles, 'split.experts'),
    divides !== 'bill' && less.length > 0 ? refuse('agreements.terms-less-without-bill', { place: 'split.less[0]' }) : good,
    ...less.map(({ to }, index) => checkRole(to, [...roles, ...serviceRoles], `split.less[${index}].to`)),
    checkUnique(
      less.map(({ category }) => category),
      'split.less',
    ),
  ])
}

/** What is known of the sources of money while the steps are read in their order. */
type Sources = { readonly received: Set<string>; readonly emptied: Set<string>; readonly basisPoints: Map<string, number> }

function checkSteps({ steps }: Split, roles: readonly string[]): Checked {
  const sources: Sources = { received: new Set(['base']), emptied: new Set(), basisPoints: new Map() }
  for (const [index, step] of steps.entries()) {
    const place = `split.steps[${index}]`
    const checked = firstRefusal([
      checkReceivers(step, roles, place),
      checkSource(step, roles, sources, place),
      checkRates(step, sources, place),
      checkRemainder(step, roles, place),
    ])
    if (!checked.ok) return checked
    if (step.step === 'remainder') sources.emptied.add(step.of)
    for (const role of receiversOf(step)) sources.received.add(role)
  }
  return sources.emptied.has('base') ? good : refuse('agreements.terms-remainder-missing', { place: 'split.steps' })
}

function checkReceivers(step: Step, roles: readonly string[], place: string): Checked {
  const receivers = receiversOf(step)
  const several = step.step === 'percent' || step.step === 'remainder'
  return firstRefusal([
    ...receivers.map((role, index) =>
      checkRole(role, [...roles, ...serviceRoles], several ? `${place}.to[${index}].party` : `${place}.to`),
    ),
    checkUnique(receivers, `${place}.to`),
  ])
}

function checkSource({ of }: Step, roles: readonly string[], { received, emptied }: Sources, place: string): Checked {
  const known = ['base', ...roles, ...serviceRoles.filter((role) => role !== 'practitioner')]
  if (!known.includes(of)) return checkRole(of, known, `${place}.of`)
  if (!received.has(of)) return refuse('agreements.terms-source-empty', { place: `${place}.of`, role: of })
  return emptied.has(of) ? refuse('agreements.terms-remainder-misplaced', { place, source: of }) : good
}

function checkRates(step: Step, { basisPoints }: Sources, place: string): Checked {
  if (step.step === 'tier' && !rising(step.tiers)) return refuse('agreements.terms-tiers', { place: `${place}.tiers` })
  const rates = step.step === 'percent' ? step.to : step.step === 'tier' ? step.tiers : []
  const highest = step.step === 'tier' ? Math.max(...rates.map((rate) => rate.basisPoints)) : sumOf(rates)
  const sum = (basisPoints.get(step.of) ?? 0) + highest
  basisPoints.set(step.of, sum)
  return sum > 10_000 ? refuse('agreements.terms-over-hundred', { place, source: step.of, percent: sum / 100 }) : good
}

const sumOf = (rates: readonly { basisPoints: number }[]): number => rates.reduce((sum, rate) => sum + rate.basisPoints, 0)

const rising = (tiers: readonly { upToFen: number | null }[]): boolean =>
  tiers.every(({ upToFen }, index) =>
    index === tiers.length - 1 ? upToFen === null : upToFen !== null && upToFen > (tiers[index - 1]?.upToFen ?? 0),
  )

/** The rest of the base must have a home in every service, whatever roles it fills. */
function checkRemainder(step: Step, roles: readonly string[], place: string): Checked {
  if (step.step !== 'remainder' || step.of !== 'base') return good
  const always = [...roles, 'host']
  return receiversOf(step).some((role) => always.includes(role)) ? good : refuse('agreements.terms-remainder-homeless', { place })
}
