import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { millisecondsBetween, type PlainDate, plus, toInstant } from '../../../kernel/time.ts'
import { inOrder, placeOfReturn, queueAtOf, waitingFrom } from './queue-order.ts'
import { priorities, priorityOf, queueRulesOn } from './queue-rules.ts'

const rules = queueRulesOn('2026-11-23' as PlainDate)
const morning = toInstant('2026-11-23T00:00:00Z')
const greatest = Math.max(...Object.values(rules.headStartMinutes))

const lane = fc
  .array(
    fc.record({
      came: fc.integer({ min: 0, max: 300 }),
      booked: fc.integer({ min: 0, max: 300 }),
      priority: fc.constantFrom(...priorities),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((people) =>
    people.map(({ came, booked, priority }, place) => {
      const waitingSince = waitingFrom(plus(morning, { minutes: came }), plus(morning, { minutes: booked }))
      return {
        visitId: String(place).padStart(3, '0') as Id<'visit'>,
        priority,
        waitingSince,
        queueAt: queueAtOf(waitingSince, priority, rules),
      }
    }),
  )

test('nobody is overtaken by who came later than the greatest head start, whatever the classes', () => {
  fc.assert(
    fc.property(lane, fc.integer({ min: 0, max: 400 }), (people, minute) => {
      const order = inOrder(people, plus(morning, { minutes: minute }))
      for (const [place, one] of order.entries())
        for (const behind of order.slice(place + 1))
          expect(millisecondsBetween(behind.waitingSince, one.waitingSince)).toBeLessThanOrEqual(greatest * 60_000)
    }),
  )
})

test('of one class who waits longer goes first, and who came early waits behind all whose wait counts', () => {
  fc.assert(
    fc.property(lane, fc.integer({ min: 0, max: 400 }), (people, minute) => {
      const now = plus(morning, { minutes: minute })
      const order = inOrder(people, now)
      const firstEarly = order.findIndex(({ waitingSince }) => waitingSince > now)
      if (firstEarly >= 0) expect(order.slice(firstEarly).every(({ waitingSince }) => waitingSince > now)).toBe(true)
      for (const priority of priorities) {
        const same = order.filter((one) => one.priority === priority).map(({ waitingSince }) => waitingSince)
        expect(same).toEqual(same.toSorted())
      }
    }),
  )
})

test('who missed her call comes back behind three, or behind all where fewer wait, and never behind more than one tie allows', () => {
  fc.assert(
    fc.property(lane, (people) => {
      const now = plus(morning, { minutes: 400 })
      const back = { visitId: 'zzz' as Id<'visit'>, waitingSince: now, queueAt: placeOfReturn(people, rules, now) }
      const ahead = inOrder([...people, back], now).findIndex(({ visitId }) => visitId === back.visitId)
      const third = inOrder(people, now)[rules.returnPlaces - 1]
      const tied = people.filter(({ queueAt }) => queueAt === third?.queueAt).length
      expect(ahead).toBeGreaterThanOrEqual(Math.min(rules.returnPlaces, people.length))
      expect(ahead).toBeLessThanOrEqual(Math.min(rules.returnPlaces, people.length) + Math.max(0, tied - 1))
    }),
  )
})

test('the class comes from the age: eighty is elderly, six is a child, unknown is none', () => {
  expect([80, 79, 7, 6, null].map((age) => priorityOf(age, rules))).toEqual(['elderly', 'none', 'none', 'child', 'none'])
})
