import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../kernel/id.ts'
import { millisecondsBetween, plus, toInstant } from '../../kernel/time.ts'
import { breakIfDue, type Commitment, close, type EscalationStep, pause, resume, turnsAt } from './domain.ts'

const start = toInstant('2026-11-23T00:00:00Z')
const running: Commitment = {
  id: 'c' as Id<'commitment'>,
  ownerInstitutionId: 'owner' as Id<'institution'>,
  steps: [{ institution: 'next' as Id<'institution'>, role: null, afterMinutes: 0 }],
  escalatesAt: null,
  state: 'running',
  measure: 'within',
  role: 'technician',
  pausable: true,
  startedAt: start,
  dueAt: plus(start, { minutes: 15 }),
  pausedAt: null,
  pauseReason: null,
  endedAt: null,
  version: 1,
}

test('pauses never shorten or lengthen the time that is left', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 600 })), { maxLength: 6 }), (pauses) => {
      let commitment = running
      let now = start
      for (const [runs, rests] of pauses) {
        now = plus(now, { seconds: runs })
        const paused = pause(commitment, 'waits for a form', now)
        if (!paused.ok) throw new Error('not running')
        now = plus(now, { seconds: rests })
        const resumed = resume(paused.value, now)
        if (!resumed.ok) throw new Error('not paused')
        commitment = resumed.value
      }
      const ran = pauses.reduce((sum, [runs]) => sum + runs, 0)
      expect(millisecondsBetween(now, commitment.dueAt)).toBe((15 * 60 - ran) * 1000)
    }),
  )
})

test('at its time a commitment breaks, goes to the next owner, and stays open until it is closed', () => {
  expect(breakIfDue(running, plus(running.dueAt, { milliseconds: -1 }))).toBeNull()
  const broken = breakIfDue(running, running.dueAt)
  expect(broken).toMatchObject({ state: 'overdue', ownerInstitutionId: 'next', role: null, endedAt: null })
  if (broken) expect(close(broken, 'kept', plus(running.dueAt, { minutes: 1 }))).toMatchObject({ state: 'missed' })
})

test('kept in time is met, kept late is missed, given up is withdrawn; a paused clock does not break', () => {
  expect(close(running, 'kept', running.dueAt).state).toBe('met')
  expect(close(running, 'kept', plus(running.dueAt, { seconds: 1 })).state).toBe('missed')
  expect(close(running, 'withdrawn', start).state).toBe('withdrawn')
  expect(pause({ ...running, pausable: false }, 'a hold', start)).toMatchObject({ refusal: { code: 'commitments.not-pausable' } })
  const paused = pause(running, 'waits for a form', start)
  if (paused.ok) expect(breakIfDue(paused.value, plus(start, { days: 1 }))).toBeNull()
})

test('what must last at least so long never breaks by time, is missed when it ends earlier, and a pause does not count', () => {
  const atLeast: Commitment = { ...running, measure: 'at-least' }
  expect(breakIfDue(atLeast, plus(atLeast.dueAt, { days: 1 }))).toBeNull()
  expect(close(atLeast, 'kept', plus(atLeast.dueAt, { seconds: -1 })).state).toBe('missed')
  expect(close(atLeast, 'kept', atLeast.dueAt).state).toBe('met')
  const paused = pause(atLeast, 'the patient is called away', plus(start, { minutes: 5 }))
  if (paused.ok) expect(close(paused.value, 'kept', plus(start, { days: 1 })).state).toBe('missed')
})

const anySteps = fc.array(
  fc.record({
    institution: fc.constantFrom('ward', 'campus', 'centre', 'group') as fc.Arbitrary<Id<'institution'>>,
    role: fc.constantFrom(null, 'manager'),
    afterMinutes: fc.integer({ min: 0, max: 600 }),
  }),
  { maxLength: 5 },
)

test('a broken commitment passes every tier once, in order, none before its time, and counts once as missed', () => {
  fc.assert(
    fc.property(anySteps, fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 12, maxLength: 12 }), (steps, lateness) => {
      let commitment: Commitment = { ...running, steps }
      const tiers: EscalationStep[] = []
      let brokeAt = commitment.dueAt
      for (const late of lateness) {
        const turn = turnsAt(commitment)
        if (turn === null) break
        expect(breakIfDue(commitment, plus(turn, { milliseconds: -1 }))).toBeNull()
        const now = plus(turn, { minutes: late })
        const broken = breakIfDue(commitment, now)
        if (!broken) throw new Error('its time has come')
        expect(broken).toMatchObject({ state: 'overdue', endedAt: null, version: commitment.version + 1 })
        const [next] = commitment.steps
        if (next && broken.steps.length < commitment.steps.length) {
          expect(millisecondsBetween(brokeAt, now)).toBeGreaterThanOrEqual(next.afterMinutes * 60_000)
          tiers.push(next)
        }
        brokeAt = now
        commitment = broken
      }
      expect(tiers).toEqual(steps)
      expect(turnsAt(commitment)).toBeNull()
      const last = steps.at(-1) ?? { institution: running.ownerInstitutionId, role: running.role }
      expect(commitment).toMatchObject({ ownerInstitutionId: last.institution, role: last.role })
      expect(close(commitment, 'kept', plus(brokeAt, { minutes: 1 })).state).toBe('missed')
    }),
  )
})
