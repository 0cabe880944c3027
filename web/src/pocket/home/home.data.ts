import { listVisits } from '../../client/operations'
import { dateOf, plusDays } from '../../parts/moment'
import { isoNow } from '../../parts/use-now'
import { ask } from '../../wire/query'

const pastDays = 180
// What a family member looks at is written down: read again when told of a change, never by time.
const told = { staleTime: 300_000 }

export const coming = (personId: string | undefined) => ({ ...ask(listVisits, { personId, days: 366 }), ...told })
/** Visits of the last half year, for booking one of them again. */
export const past = (personId: string | undefined) => ({
  ...ask(listVisits, { personId, from: plusDays(dateOf(isoNow()), -pastDays), days: pastDays }),
  ...told,
})
