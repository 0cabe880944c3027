import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Better, Definition, Tally } from './indicator.ts'
import { quotientOf } from './indicator.ts'

/** What is wanted of an indicator: below the floor is not borne, the target is what is aimed at. */
export type Wanted = { readonly floor: number | null; readonly target: number | null }
/** From a day on, for all of a network (no site) or as an addition of one site. */
export type Target = Wanted & { readonly siteId: Id<'site'> | null; readonly validFrom: PlainDate }

export const judgements = ['met', 'missed', 'below-floor', 'could-not-judge'] as const
export type Judgement = (typeof judgements)[number]
/** Why it could not be judged. */
export const doubts = ['nothing-to-count', 'too-few', 'no-target'] as const
export type Doubt = (typeof doubts)[number]

/** Whether a value is as good as another, or better. */
export const isAsGood = (better: Better, value: number, than: number): boolean => (better === 'higher' ? value >= than : value <= than)

const stricter = (better: Better, one: number | null, other: number | null): number | null =>
  one === null ? other : other === null || isAsGood(better, one, other) ? one : other

const inForce = (targets: readonly Target[], siteId: Id<'site'> | null, day: PlainDate): Target | undefined =>
  targets
    .filter((one) => one.siteId === siteId && one.validFrom <= day)
    .reduce<Target | undefined>((last, one) => (last && last.validFrom > one.validFrom ? last : one), undefined)

/** What is in force on a day: the network's own, and at a site the stricter of that and the site's addition. */
export function wantedOn(targets: readonly Target[], better: Better, siteId: Id<'site'> | null, day: PlainDate): Wanted {
  const all = inForce(targets, null, day)
  const addition = siteId ? inForce(targets, siteId, day) : undefined
  return {
    floor: stricter(better, all?.floor ?? null, addition?.floor ?? null),
    target: stricter(better, all?.target ?? null, addition?.target ?? null),
  }
}

export type Judged = { readonly judgement: Judgement; readonly doubt: Doubt | null }

/** How a value lies to what is wanted; too few to count, or nothing wanted, is no judgement. */
export function judge(better: Better, definition: Definition, tally: Tally, { floor, target }: Wanted): Judged {
  const value = quotientOf(definition, tally)
  const doubt = (why: Doubt): Judged => ({ judgement: 'could-not-judge', doubt: why })
  if (value === null) return doubt('nothing-to-count')
  if (tally.denominator < definition.smallestCount) return doubt('too-few')
  if (floor !== null && !isAsGood(better, value, floor)) return { judgement: 'below-floor', doubt: null }
  if (target === null) return floor === null ? doubt('no-target') : { judgement: 'met', doubt: null }
  return { judgement: isAsGood(better, value, target) ? 'met' : 'missed', doubt: null }
}
