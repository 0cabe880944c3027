import type { ListMyBillsAnswer, ListVisitsAnswer } from '../../client/operations'

export type Visit = ListVisitsAnswer['items'][number]
export type Bill = ListMyBillsAnswer['items'][number]
export type Thing =
  | { readonly is: 'hold' | 'today' | 'visit'; readonly visit: Visit }
  | { readonly is: 'bill'; readonly bills: readonly Bill[] }

const over: readonly Visit['status'][] = ['cancelled', 'no-show', 'completed']

/** What a person has before her: first what is lost soon (a hold), then today, then what is to be paid, then later visits. */
export function nextThings(visits: readonly Visit[], bills: readonly Bill[], isToday: (visit: Visit) => boolean): Thing[] {
  const open = visits.filter(({ status }) => !over.includes(status))
  const unpaid = bills.filter(({ patientOpenFen }) => patientOpenFen > 0)
  const of = (is: 'hold' | 'today' | 'visit', chosen: (visit: Visit) => boolean): Thing[] =>
    open.filter(chosen).map((visit) => ({ is, visit }))
  const held = ({ status }: Visit) => status === 'held'
  return [
    ...of('hold', held),
    ...of('today', (visit) => !held(visit) && isToday(visit)),
    ...(unpaid.length > 0 ? [{ is: 'bill' as const, bills: unpaid }] : []),
    ...of('visit', (visit) => !held(visit) && !isToday(visit)),
  ]
}

/** The latest visit that is over: what is usually booked again. */
export const bookedBefore = (visits: readonly Visit[]): Visit | undefined =>
  visits.filter(({ status }) => over.includes(status)).toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1))[0]
