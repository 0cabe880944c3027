import { randomFrom } from './random.ts'

/** How one patient and her doctor behave on the day, drawn from the visit's id: the same every time it is asked. */
export type Behaviour = {
  /** Minutes from her booked time to her arrival, negative when she is early; null: she never comes. */
  readonly arrivesAfterMinutes: number | null
  /** Whether she is away when she is called, and comes back later. */
  readonly missesFirstCall: boolean
  /** The real length of the consultation over the planned one. */
  readonly lengthFactor: number
}

/** Of a hundred: 6 never come, 12 are late by up to 25 minutes, 4 so late that nobody waits for them, the others come early. */
type Arrival = { readonly from: number; readonly until: number } | null
const arrivals: readonly (readonly [Arrival, number])[] = [
  [null, 6],
  [{ from: -25, until: -2 }, 78],
  [{ from: 1, until: 25 }, 12],
  [{ from: 35, until: 50 }, 4],
]

/** Coefficient of variation of the length of a consultation (performance.md, appointments). */
const lengthVariation = 0.3

export function behaviourOf(visitId: string): Behaviour {
  const random = randomFrom(visitId)
  const arrival = random.weighted<Arrival>(arrivals)
  return {
    arrivesAfterMinutes: arrival && random.integer(arrival.from, arrival.until),
    missesFirstCall: random.integer(1, 100) <= 5,
    lengthFactor: logNormal(random.integer(1, 999_999) / 1e6, random.integer(1, 999_999) / 1e6),
  }
}

/** A log-normal draw of mean 1 from two uniform ones (Box-Muller). */
function logNormal(one: number, other: number): number {
  const sigma = Math.sqrt(Math.log(1 + lengthVariation ** 2))
  const normal = Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other)
  return Math.exp(sigma * normal - sigma ** 2 / 2)
}
