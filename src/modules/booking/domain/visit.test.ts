import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { plus, toInstant } from '../../../kernel/time.ts'
import { cancel, confirm, expire, prolong, type Visit } from './visit.ts'

const now = toInstant('2026-11-23T00:00:00Z')
const held: Visit = {
  id: 'v' as Id<'visit'>,
  personId: 'p' as Id<'person'>,
  institutionIds: [],
  startsAt: plus(now, { hours: 2 }),
  endsAt: plus(now, { hours: 3 }),
  status: 'held',
  heldUntil: plus(now, { minutes: 5 }),
  prolonged: false,
  endedBecause: null,
  version: 1,
}
const codeOf = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

test('a hold is confirmed before its last moment, not at it', () => {
  expect(confirm(held, plus(now, { minutes: 5, milliseconds: -1 }))).toMatchObject({
    ok: true,
    value: { status: 'booked', heldUntil: null, version: 2 },
  })
  expect(codeOf(confirm(held, plus(now, { minutes: 5 })))).toBe('booking.hold-expired')
})

test('a hold expires at its last moment, and only while it is held', () => {
  expect(expire(held, plus(now, { minutes: 5, milliseconds: -1 }))).toBeNull()
  expect(expire(held, plus(now, { minutes: 5 }))).toMatchObject({ status: 'cancelled', endedBecause: 'expired' })
  expect(expire({ ...held, status: 'booked', heldUntil: null }, plus(now, { days: 1 }))).toBeNull()
})

test('a hold is prolonged once, by five minutes', () => {
  const once = prolong(held, now)
  expect(once).toMatchObject({ ok: true, value: { heldUntil: plus(now, { minutes: 10 }), prolonged: true } })
  if (once.ok) expect(codeOf(prolong(once.value, now))).toBe('booking.already-prolonged')
})

test('a hold is given back, a booked visit is cancelled, one that has begun is neither', () => {
  expect(cancel(held, now)).toMatchObject({ ok: true, value: { endedBecause: 'released' } })
  expect(cancel({ ...held, status: 'booked' }, now)).toMatchObject({ ok: true, value: { endedBecause: 'cancelled' } })
  expect(codeOf(cancel({ ...held, status: 'booked' }, held.startsAt))).toBe('booking.visit-ended')
})
