import { type Instant, millisecondsBetween, plus } from '../../../kernel/time.ts'

/** Chances by whole minutes: `chances[m]` that it takes `m` minutes. They sum to 1. */
export type Chances = readonly number[]

/** How many real visits of an offering are needed before their durations are believed. */
const fewestDurations = 20
/** Coefficient of variation of a service time of which nothing is known: individual slots meet the promise at it (docs/decisions/0015). */
const variation = 0.3
const negligible = 1e-6
/** What comes later than half a day from now is one chance: it bounds the work of a long lane, and nobody is told such a time. */
const horizonMinutes = 12 * 60

const minutesFrom = (from: Instant, until: Instant): number => millisecondsBetween(from, until) / 60_000

/** How long a service takes: as it took lately, or lognormal around the planned minutes. */
export function serviceChances(plannedMinutes: number, durations: readonly number[]): Chances {
  if (durations.length < fewestDurations) return lognormal(plannedMinutes)
  const counts: number[] = []
  for (const minutes of durations) {
    const place = Math.max(1, Math.round(minutes))
    counts[place] = (counts[place] ?? 0) + 1 / durations.length
  }
  return Array.from(counts, (chance) => chance ?? 0)
}

/** Of mean `mean` minutes: sigma² = ln(1 + CV²), mu = ln(mean) - sigma² / 2. */
function lognormal(mean: number): Chances {
  const sigma = Math.sqrt(Math.log(1 + variation ** 2))
  const mu = Math.log(mean) - sigma ** 2 / 2
  const until = (minutes: number) => (minutes <= 0 ? 0 : normal((Math.log(minutes) - mu) / sigma))
  const chances: number[] = []
  for (let minutes = 0; until(minutes - 0.5) < 1 - negligible; minutes += 1) chances.push(until(minutes + 0.5) - until(minutes - 0.5))
  return scaled(chances)
}

/** The standard normal distribution (Abramowitz and Stegun 26.2.17; error below 1e-7). */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const above = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail
  return x >= 0 ? 1 - above : above
}

function scaled(chances: readonly number[]): Chances {
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  return chances.map((chance) => chance / total)
}

/** What is left of a service after so many minutes; one that lasts longer than any before may end at any moment of a tenth more. */
export function remainingChances(service: Chances, elapsedMinutes: number): Chances {
  const elapsed = Math.max(0, Math.floor(elapsedMinutes))
  const left = service.slice(elapsed)
  if (left.reduce((sum, chance) => sum + chance, 0) > negligible) return scaled(left)
  const more = Math.max(1, Math.round(service.length / 10))
  return scaled(Array.from({ length: more }, () => 1))
}

function sumOf(one: Chances, other: Chances): Chances {
  const sum = Array.from({ length: Math.min(one.length + other.length - 1, horizonMinutes + 1) }, () => 0)
  for (const [minutes, chance] of one.entries())
    if (chance > 0)
      for (const [more, also] of other.entries()) {
        const at = Math.min(minutes + more, horizonMinutes)
        sum[at] = (sum[at] ?? 0) + chance * also
      }
  return sum
}

/** Not before so many minutes. */
function notBefore(chances: Chances, minutes: number): Chances {
  const least = Math.max(0, Math.round(minutes))
  const early = chances.slice(0, least + 1).reduce((sum, chance) => sum + chance, 0)
  return [...Array.from({ length: least }, () => 0), early, ...chances.slice(least + 1)]
}

/** The first minute by which the chance is at least `share`. */
function quantile(chances: Chances, share: number): number {
  let sum = 0
  const found = chances.findIndex((chance) => {
    sum += chance
    return sum >= share - negligible
  })
  return found < 0 ? chances.length : found
}

export type Ahead = { readonly notBefore: Instant; readonly service: Chances }

/**
 * When it is the turn of who waits behind these, as the span from the median to nine in ten: the one in progress ends, then each of
 * those ahead is served, not before his own time; never before her own.
 */
export function expectedTime(
  inProgress: { readonly startedAt: Instant; readonly service: Chances } | null,
  ahead: readonly Ahead[],
  ownTime: Instant,
  now: Instant,
): { readonly from: Instant; readonly until: Instant } {
  let free: Chances = inProgress ? remainingChances(inProgress.service, minutesFrom(inProgress.startedAt, now)) : [1]
  for (const one of ahead) free = sumOf(notBefore(free, minutesFrom(now, one.notBefore)), one.service)
  const turn = notBefore(free, minutesFrom(now, ownTime))
  return { from: plus(now, { minutes: quantile(turn, 0.5) }), until: plus(now, { minutes: quantile(turn, 0.9) }) }
}
