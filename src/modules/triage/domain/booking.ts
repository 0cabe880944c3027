import { goesNow, type Level } from './level.ts'

/** What of an assessment speaks for or against a booking. */
export type Standing = { readonly level: Level; readonly redFlags: readonly string[]; readonly decidedLevel: Level | null }

/** Whether it stops a booking: a red flag, or a level that goes to an emergency department now. Once a doctor has decided, his level counts alone. */
export const stopsBooking = ({ level, redFlags, decidedLevel }: Standing): boolean =>
  decidedLevel === null ? redFlags.length > 0 || goesNow(level) : goesNow(decidedLevel)
