import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { type PlainDate, plus, toInstant } from '../../../kernel/time.ts'
import * as life from './attendance.ts'
import { hasEnded, type KeptStatus, visitStatuses } from './visit.ts'
import { readVisitCode, visitCodeOf } from './visit-code.ts'

const morning = toInstant('2026-11-23T00:00:00Z')
const day = '2026-11-23' as PlainDate

const attending = (name: string): life.Attending => ({
  visit: {
    id: name as Id<'visit'>,
    personId: name as Id<'person'>,
    institutionIds: [],
    startsAt: morning,
    endsAt: plus(morning, { minutes: 30 }),
    status: 'arrived',
    heldUntil: null,
    prolonged: false,
    endedBecause: null,
    version: 1,
  },
  attendance: {
    visitId: name as Id<'visit'>,
    personId: name as Id<'person'>,
    institutionIds: [],
    offeringId: 'o' as Id<'offering'>,
    siteId: 's' as Id<'site'>,
    expertId: 'e' as Id<'resource'>,
    roomId: null,
    day,
    ticket: name,
    walkIn: false,
    squeezeReason: null,
    priority: 'none',
    plannedMinutes: 30,
    checkedInAt: morning,
    waitingSince: morning,
    queueAt: morning,
    calledAt: null,
    calls: 0,
    missed: 0,
    startedAt: null,
    endedAt: null,
  },
})

const verbs = ['call', 'recall', 'undo-call', 'miss', 'return', 'start', 'finish', 'reassign'] as const

function take(verb: (typeof verbs)[number], one: life.Attending, all: readonly life.Attending[], now: typeof morning) {
  const lane = all.map(({ attendance }) => attendance)
  if (verb === 'call') return life.call(one, lane, now)
  if (verb === 'recall') return life.recall(one, now)
  if (verb === 'undo-call') return life.undoCall(one, now)
  if (verb === 'miss') return life.miss(one)
  if (verb === 'return') return life.comeBack(one, now, now)
  if (verb === 'start') return life.start(one, lane, now)
  if (verb === 'finish') return life.finish(one, now)
  return life.reassign(one, { expertId: one.attendance.expertId, roomId: null })
}

const anySteps = fc.array(fc.tuple(fc.constantFrom(...verbs), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 10 })), {
  maxLength: 80,
})

test('no sequence of verbs reaches two in progress or two called with one expert, leaves an end, or turns time around', () => {
  fc.assert(
    fc.property(anySteps, (sequence) => {
      const people = ['A001', 'A002', 'A003', 'A004'].map(attending)
      let now = morning
      for (const [verb, who, minutes] of sequence) {
        now = plus(now, { minutes })
        const before = people[who] as life.Attending
        const result = take(verb, before, people, now)
        if (!result.ok) continue
        expect(hasEnded(before.visit.status)).toBe(false)
        expect(result.value.visit.version).toBe(before.visit.version + 1)
        people[who] = result.value
        const count = (status: KeptStatus) => people.filter(({ visit }) => visit.status === status).length
        expect(count('in-progress')).toBeLessThanOrEqual(1)
        expect(count('called')).toBeLessThanOrEqual(1)
        for (const { attendance } of people) {
          const { checkedInAt, startedAt, endedAt } = attendance
          const moments = [checkedInAt, startedAt, endedAt].filter((moment) => moment !== null)
          expect(moments).toEqual(moments.toSorted())
        }
      }
    }),
  )
})

test('a call is taken back within two minutes, and not later', () => {
  const called = life.call(attending('A001'), [], morning)
  if (!called.ok) throw new Error('not called')
  expect(life.undoCall(called.value, plus(morning, { minutes: 2 })).ok).toBe(true)
  expect(life.undoCall(called.value, plus(morning, { minutes: 2, milliseconds: 1 }))).toMatchObject({
    refusal: { code: 'booking.call-too-old' },
  })
})

test('who is booked and does not come within thirty minutes is a no-show; who is here is none', () => {
  const booked = { ...attending('A001').visit, status: 'booked' as const }
  expect(life.noShow(booked, day, plus(morning, { minutes: 30, milliseconds: -1 }))).toBeNull()
  expect(life.noShow(booked, day, plus(morning, { minutes: 30 }))).toMatchObject({ status: 'no-show', version: 2 })
  expect(life.noShow(attending('A001').visit, day, plus(morning, { hours: 3 }))).toBeNull()
})

test('every status has its next step or none, and that step leads from it', () => {
  for (const status of visitStatuses) {
    const next = life.nextStepOf[status]
    if (next) expect(life.allows(next, { status: status === 'waiting' ? 'arrived' : status }).ok).toBe(true)
  }
})

test('a visit code reads back to its visit, in capitals or not; nothing else does', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const code = visitCodeOf(id as Id<'visit'>)
      expect(code).toMatch(/^V[0-9A-Z]{26}$/)
      expect(readVisitCode(` ${code.toLowerCase()}\n`)).toBe(id)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => readVisitCode(text) === null))
  expect(readVisitCode(`V${'Z'.repeat(26)}`)).toBeNull()
})
