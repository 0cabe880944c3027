import { expect, test } from 'vitest'
import type { PlainDate } from '../../../kernel/time.ts'
import { canonical, endVersion, leadingVersion, shownState, supersede, type Version } from './agreement.ts'

const day = (text: string) => text as PlainDate
const version = (number: number, state: Version['state'], validFrom: string, validUntil: string | null = null): Version => ({
  ...{ id: `v${number}` as Version['id'], number, state, termsHash: 'x', withdrawReason: state === 'withdrawn' ? '改' : null },
  ...{ validFrom: day(validFrom), validUntil: validUntil === null ? null : day(validUntil) },
})
const open = { endedOn: null }

test('what a signed version is depends on the day: still to come, in force, superseded, expired or ended', () => {
  const first = version(1, 'signed', '2026-01-01', '2026-06-30')
  const second = version(2, 'signed', '2026-07-01', '2026-09-30')
  const on = (one: Version, today: string, agreement: { endedOn: PlainDate | null } = open) =>
    shownState(one, agreement, [first, second], day(today))
  expect([on(first, '2025-12-31'), on(first, '2026-01-01'), on(first, '2026-06-30'), on(first, '2026-07-01')]).toEqual([
    'signed',
    'in-force',
    'in-force',
    'superseded',
  ])
  expect([on(second, '2026-10-01'), on(second, '2026-10-01', { endedOn: day('2026-09-30') })]).toEqual(['expired', 'ended'])
})

test('an agreement is listed by what is in force, then by what waits, then by its newest version', () => {
  const inForce = version(1, 'signed', '2026-01-01')
  const draft = version(2, 'draft', '2026-12-01')
  const withdrawn = version(3, 'withdrawn', '2026-12-01')
  const leading = (...versions: Version[]) => leadingVersion(open, versions, day('2026-11-23'))?.version.number
  expect([leading(draft, inForce), leading(withdrawn, draft), leading(withdrawn)]).toEqual([1, 2, 3])
})

test('a new version shortens those before it and never one that begins on its day or later', () => {
  const first = version(1, 'signed', '2026-01-01')
  const shortened = supersede(version(2, 'proposed', '2026-07-01'), [first])
  expect(shortened.ok && shortened.value.map(({ validUntil }) => validUntil)).toEqual(['2026-06-30'])
  expect(supersede(version(2, 'proposed', '2026-01-01'), [first]).ok).toBe(false)
  expect(supersede(version(2, 'proposed', '2025-01-01', '2025-12-31'), [first])).toEqual({ ok: true, value: [] })
})

test('an end shortens what is in force, withdraws what has not begun, and leaves what is past alone', () => {
  const end = (one: Version) => {
    const { state, validUntil } = endVersion(one, day('2026-06-30'), '搬走')
    return [state, validUntil]
  }
  expect(end(version(1, 'signed', '2026-01-01'))).toEqual(['signed', '2026-06-30'])
  expect(end(version(1, 'signed', '2026-01-01', '2026-03-31'))).toEqual(['signed', '2026-03-31'])
  expect(end(version(1, 'signed', '2026-07-01'))).toEqual(['withdrawn', null])
  expect(end(version(1, 'proposed', '2026-01-01'))).toEqual(['withdrawn', null])
})

test('the same terms are the same text, whatever the order of their keys', () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe(canonical({ a: 'x', b: [{ c: null, d: 1 }] }))
})
