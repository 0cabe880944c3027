import { expect, test } from 'vitest'
import { groupsOf } from './day-list.order'

test('who is in comes first, then the called, then who waits longest; what is over stands last', () => {
  const visit = (status: 'waiting', startsAt: string, waitingSince: string | null = startsAt) => ({ status, startsAt, waitingSince })
  const of = (status: string, at: string) => visit(status as 'waiting', at)
  const groups = groupsOf([
    of('booked', '11'),
    of('completed', '08'),
    of('waiting', '10'),
    of('waiting', '09'),
    of('in-progress', '09'),
    of('called', '10'),
  ])
  expect(groups.map(({ group, visits }) => [group, visits.map(({ status, startsAt }) => `${status} ${startsAt}`)])).toEqual([
    ['now', ['in-progress 09', 'called 10', 'waiting 09', 'waiting 10']],
    ['later', ['booked 11']],
    ['over', ['completed 08']],
  ])
})
