import type { Id } from '../../../kernel/id.ts'

type Institution = Id<'institution'>
/** Who has to act: an institution, in one of its roles (null: anybody). */
export type Tier = { readonly institution: Institution; readonly role: string | null }
export type Step = Tier & { readonly afterMinutes: number }

/**
 * The tiers through which what is not mended goes up: execution (head) and supervision (manager) at the institution, then who looks after
 * it in the line quality, one above the other, at last the operator (the four levels of a medical group). Equal neighbours are one tier.
 */
export function tiersOf(institution: Institution, hasHead: boolean, superiors: readonly Institution[]): readonly [Tier, ...Tier[]] {
  const manager: Tier = { institution, role: 'manager' }
  const above = [...new Set(superiors)]
    .filter((superior) => superior !== institution)
    .map((superior) => ({ institution: superior, role: null }))
  return hasHead ? [{ institution, role: 'head' }, manager, ...above] : [manager, ...above]
}

/** The steps after the first tier: the second has it as soon as it breaks, each one above after the tier's time. */
export const stepsAfter = ([, ...later]: readonly [Tier, ...Tier[]], tierMinutes: number): readonly Step[] =>
  later.map((tier, place) => ({ ...tier, afterMinutes: place === 0 ? 0 : tierMinutes }))
