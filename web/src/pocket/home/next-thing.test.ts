import { expect, test } from 'vitest'
import { type Bill, bookedBefore, nextThings, type Visit } from './next-thing'

const visit = (id: string, status: Visit['status'], startsAt: string) => ({ id, status, startsAt }) as Visit
const bill = (patientOpenFen: number) => ({ patientOpenFen }) as Bill

test('a hold comes first, then today, then what is to be paid, then the other visits; what is over is nothing to do', () => {
  const visits = [
    visit('done', 'completed', '01'),
    visit('today', 'booked', '02'),
    visit('later', 'booked', '03'),
    visit('held', 'held', '04'),
  ]
  const things = nextThings(visits, [bill(0), bill(700)], ({ startsAt }) => startsAt === '02')
  expect(things.map((thing) => (thing.is === 'bill' ? 'bill' : `${thing.is} ${thing.visit.id}`))).toEqual([
    'hold held',
    'today today',
    'bill',
    'visit later',
  ])
})

test('the latest visit that is over is booked again', () => {
  expect(bookedBefore([visit('a', 'completed', '01'), visit('b', 'cancelled', '03'), visit('c', 'booked', '04')])?.id).toBe('b')
  expect(bookedBefore([visit('c', 'booked', '04')])).toBeUndefined()
})
