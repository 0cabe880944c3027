import { type Instant, toInstant } from '../../kernel/time.ts'

/** The only reader of the system clock. A demo network's clock runs ahead of it by an offset kept in the database. */
export type Clock = {
  now(): Instant
  /** Milliseconds that this clock is ahead of the system's. */
  offset(): number
  setOffset(milliseconds: number): void
}

export function systemClock(): Clock {
  let ahead = 0
  return {
    now: () => toInstant(Date.now() + ahead),
    offset: () => ahead,
    setOffset: (milliseconds) => {
      ahead = milliseconds
    },
  }
}

/** Milliseconds since this moment, whatever the clock is set to: for how long something took. */
export function startWatch(): () => number {
  const begun = performance.now()
  return () => performance.now() - begun
}

/** A clock that stands until it is moved. */
export function standingClock(start: Instant): Clock {
  let ahead = 0
  return {
    now: () => toInstant(Date.parse(start) + ahead),
    offset: () => ahead,
    setOffset: (milliseconds) => {
      ahead = milliseconds
    },
  }
}
