import type { QueuedVisit } from '../queue.data'

export type Group = 'now' | 'later' | 'over'

const groupOf: Record<QueuedVisit['status'], Group> = {
  'in-progress': 'now',
  called: 'now',
  waiting: 'now',
  missed: 'now',
  arrived: 'later',
  booked: 'later',
  held: 'later',
  completed: 'over',
  cancelled: 'over',
  'no-show': 'over',
}
const rank: readonly QueuedVisit['status'][] = ['in-progress', 'called', 'waiting', 'missed']

/** Who is here now, who comes later, who was here; in progress and called first, else by time. */
export function groupsOf<Visit extends Pick<QueuedVisit, 'status' | 'startsAt' | 'waitingSince'>>(
  visits: readonly Visit[],
): { readonly group: Group; readonly visits: readonly Visit[] }[] {
  const keyOf = ({ status, waitingSince, startsAt }: Visit) =>
    groupOf[status] === 'now' ? `${rank.indexOf(status)} ${waitingSince}` : startsAt
  return (['now', 'later', 'over'] as const).map((group) => ({
    group,
    visits: visits.filter(({ status }) => groupOf[status] === group).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  }))
}
