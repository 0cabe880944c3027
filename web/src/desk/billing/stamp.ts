import { dateOf, timeOf } from '../../parts/moment'

/** A moment as it stands in a list, `2026-11-25 09:30`. */
export const stampOf = (iso: string): string => `${dateOf(iso)} ${timeOf(iso)}`
