import { expect, test } from 'vitest'
import { groupOf, joined, type Owed, type Task, tasksOfOwed, tasksOfVisits, type Visit } from './task'

const visit = (visitId: string, status: Visit['status'], startsAt: string, waitingUntil: string | null = null) =>
  ({ visitId, status, startsAt, waitingUntil }) as Visit
const owed = (id: string, kind: string, subjectId: string, dueAt: string, state: Owed['state'] = 'running') =>
  ({ id, kind, subjectId, dueAt, state }) as Owed
const turns = (tasks: readonly Task[]) => tasks.map(({ id, turn }) => `${id} ${turn}`)

test('who waits is the desk’s turn until she is in, and the doctor’s until she is done', () => {
  const day = [visit('a', 'booked', '09'), visit('b', 'waiting', '08'), visit('c', 'in-progress', '07'), visit('d', 'completed', '06')]
  expect(turns(tasksOfVisits(day, 'desk'))).toEqual(['visit:a others', 'visit:b mine', 'visit:c others', 'visit:d done'])
  expect(turns(tasksOfVisits(day, 'doctor'))).toEqual(['visit:a others', 'visit:b mine', 'visit:c mine', 'visit:d done'])
})

test('a clock about a visit that has a row is that row; a claim that waits for its payer is not mine before it breaks, nor is what I may not do', () => {
  const clocks = tasksOfOwed(
    [
      owed('1', 'booking.wait', 'b', '10'),
      owed('2', 'coverage.claim-to-answer', 'x', '09'),
      owed('3', 'coverage.claim-to-answer', 'y', '08', 'overdue'),
      owed('4', 'ledger.statement-to-confirm', 'z', '07'),
    ],
    (kind) => !kind.startsWith('ledger.'),
  )
  expect(turns(joined([...clocks, ...tasksOfVisits([visit('b', 'waiting', '08', '10')], 'desk')]))).toEqual([
    'owed:4 others',
    'owed:3 mine',
    'owed:2 others',
    'visit:b mine',
  ])
})

test('overdue and present is now, whatever its time; the rest goes by the clock', () => {
  const clock = { now: '10', hour: '11', tonight: '24' }
  const groups = [
    ...tasksOfVisits([visit('here', 'arrived', '15'), visit('late', 'booked', '09'), visit('soon', 'booked', '11')], 'desk'),
    ...tasksOfOwed([owed('today', 'k', 's', '18'), owed('after', 'k', 't', '30')], () => true),
    ...tasksOfVisits([visit('gone', 'no-show', '08')], 'desk'),
  ].map((task) => groupOf(task, clock))
  expect(groups).toEqual(['now', 'now', 'hour', 'today', 'after', 'over'])
})
