import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noKnownAllergy } from '../../people/index.ts'
import { allergyAgainst } from './allergy.ts'
import { type CriticalValue, handle, readBack, report } from './critical-value.ts'
import { become, mayBecome, type Order, type OrderStep, orderKinds, orderStates } from './order.ts'
import { checkVitals } from './vital-sign.ts'

const order = (change: Partial<Order>): Order =>
  ({ kind: 'laboratory', state: 'requested', item: { zh: '血常规', en: 'CBC' }, version: 1, ...change }) as Order
const steps: OrderStep[] = ['requested', 'accepted', 'collected', 'completed', 'cancelled', 'rejected']

describe('an order', () => {
  test('never leaves an end, whatever is tried, and each step counts its version up', () =>
    fc.assert(
      fc.property(fc.constantFrom(...orderKinds), fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (kind, tried) => {
        let at = order({ kind, state: 'draft' })
        for (const next of tried) {
          const ended = ['completed', 'cancelled', 'rejected'].includes(at.state)
          const taken = become(at, next, at.version)
          if (ended) expect(taken.ok).toBe(false)
          if (taken.ok) {
            expect(taken.value.version).toBe(at.version + 1)
            at = taken.value
          }
        }
      }),
    ))

  test('of a test is completed only from a specimen; of a drug or study nothing is collected', () => {
    expect(mayBecome(order({ state: 'accepted' }), 'completed')).toBe(false)
    expect(mayBecome(order({ state: 'collected' }), 'completed')).toBe(true)
    for (const kind of ['imaging', 'drug'] as const) {
      expect(mayBecome(order({ kind, state: 'accepted' }), 'collected')).toBe(false)
      expect(mayBecome(order({ kind, state: 'accepted' }), 'completed')).toBe(true)
    }
  })

  test('cannot be cancelled once the specimen is taken', () => {
    for (const state of orderStates) expect(mayBecome(order({ state }), 'cancelled')).toBe(state === 'requested' || state === 'accepted')
  })

  test('on an older state is told that it moved on', () =>
    expect(become(order({ version: 3 }), 'accepted', 2)).toMatchObject({ refusal: { code: 'care.order-moved-on' } }))
})

describe('an allergy', () => {
  const amoxicillin = {
    code: 'AMOX500',
    name: { zh: '阿莫西林胶囊', en: 'Amoxicillin' },
    substances: [{ code: 'penicillin', name: { zh: '青霉素', en: 'Penicillin' } }],
  }
  const known = (code: string | null, zh: string | null, en: string | null, system = 'substance') => ({
    code: code === null ? null : { system, code },
    name: { zh, en },
  })
  test.each([
    ['the substance by code', known('penicillin', '青霉素', 'Penicillin')],
    ['the drug by code', known('AMOX500', null, 'x', 'drug')],
    ['the substance in words of another system', known('7980', null, 'Penicillin V (allergy)', 'rxnorm')],
    ['the drug in words', known(null, '阿莫西林', '阿莫西林')],
  ])('to %s speaks against it', (_, allergy) => expect(allergyAgainst(amoxicillin, [allergy])).toBe(allergy))
  test.each([
    ['another substance', known('egg', '鸡蛋', 'Egg')],
    ['nothing at all', known(noKnownAllergy.code, '无已知过敏', 'No known allergies', noKnownAllergy.system)],
  ])('to %s does not', (_, allergy) => expect(allergyAgainst(amoxicillin, [allergy])).toBeUndefined())
})

describe('vital signs', () => {
  test.each([
    [{ temperature: 388 }, 'care.vital-implausible'],
    [{ 'oxygen-saturation': 101 }, 'care.vital-implausible'],
    [{ systolic: 80, diastolic: 120 }, 'care.pressure-reversed'],
  ])('%j are refused', (vitals, code) => expect(checkVitals(vitals)).toMatchObject({ refusal: { code } }))
  test('that can be are taken', () => expect(checkVitals({ temperature: 36.6, systolic: 138, diastolic: 84, pain: 0 }).ok).toBe(true))
})

describe('a critical value', () => {
  const now = '2026-11-23T00:00:00.000Z' as never
  const actor = { accountId: 'a' } as never
  const critical = { state: 'to-report', value: 6.8, wrongReadBacks: 0, version: 1 } as CriticalValue
  const value = <Value>(result: { ok: true; value: Value } | { ok: false }) => (result.ok ? result.value : expect.fail('refused'))

  test('is read back by the right value only; wrong ones are counted', () => {
    const told = value(report(critical, '李护士', 'telephone', actor, now))
    const wrong = value(readBack(told, 8.6, actor, now))
    expect(wrong).toMatchObject({ state: 'reported', wrongReadBacks: 1 })
    expect(value(readBack(wrong, 6.8, actor, now))).toMatchObject({ state: 'read-back', wrongReadBacks: 1 })
  })
  test('can be read back without a call, and is handled only after that', () => {
    expect(handle(critical, '停药', actor, now).ok).toBe(false)
    const read = value(readBack(critical, 6.8, actor, now))
    expect(value(handle(read, '停药', actor, now)).state).toBe('handled')
    expect(readBack(read, 6.8, actor, now).ok).toBe(false)
    expect(report(read, '李护士', 'telephone', actor, now).ok).toBe(false)
  })
})
