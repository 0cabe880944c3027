import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlainDate, plusDays } from '../../../kernel/time.ts'
import { type Filing, type Licence, mayPractise, type PracticeFacts } from './practice.ts'

const day = (text: string) => text as PlainDate
const licence = (more: Partial<Licence> = {}): Licence => ({
  id: 'l',
  number: 'D-1',
  scope: ['orthopaedics'],
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-31'),
  ...more,
})
const named = (zh: string) => ({ zh, en: `${zh} in English` })
const filing = (more: Partial<Filing> = {}): Filing => ({
  id: 'f',
  institutionId: 'clinic',
  scope: ['orthopaedics'],
  validFrom: day('2026-03-01'),
  validUntil: day('2026-06-30'),
  ...more,
})
const facts = (more: { own?: Licence[]; clinic?: Licence[]; filings?: Filing[] } = {}): PracticeFacts => ({
  licences: new Map([
    ['xu', more.own ?? [licence()]],
    ['clinic', more.clinic ?? [licence()]],
    ['hospital', [licence()]],
  ]),
  filings: new Map([['xu', more.filings ?? [filing()]]]),
  mainInstitutions: new Map([['xu', 'hospital']]),
  names: new Map([
    ['xu', named('许明远')],
    ['clinic', named('予安骨科')],
    ['hospital', named('江澜一院')],
  ]),
})
const ask = (known: PracticeFacts, date: string, institutionId = 'clinic', specialty = 'orthopaedics') => {
  const answer = mayPractise(known, { practitionerId: 'xu', institutionId, specialty, date: day(date) })
  return answer.ok ? 'may' : answer.refusal
}

describe('may she, this, here, on that day', () => {
  test.each([
    ['the first day of the filing', facts(), '2026-03-01', 'may'],
    ['its last day', facts(), '2026-06-30', 'may'],
    ['the day before', facts(), '2026-02-28', 'network.filing-missing'],
    ['the day after', facts(), '2026-07-01', 'network.filing-expired'],
    ['no filing', facts({ filings: [] }), '2026-04-01', 'network.filing-missing'],
    ['a filing elsewhere', facts({ filings: [filing({ institutionId: 'other' })] }), '2026-04-01', 'network.filing-missing'],
    ['a filing for another specialty', facts({ filings: [filing({ scope: ['cardiology'] })] }), '2026-04-01', 'network.filing-scope'],
    ['no licence of hers', facts({ own: [] }), '2026-04-01', 'network.licence-missing'],
    ['her licence ended', facts({ own: [licence({ validUntil: day('2026-03-31') })] }), '2026-04-01', 'network.licence-expired'],
    ['her licence begins later', facts({ own: [licence({ validFrom: day('2026-04-02') })] }), '2026-04-01', 'network.licence-missing'],
    ['her licence for another specialty', facts({ own: [licence({ scope: ['cardiology'] })] }), '2026-04-01', 'network.licence-scope'],
    ['no licence of the clinic', facts({ clinic: [] }), '2026-04-01', 'network.licence-missing'],
    [
      'the clinic’s licence ended',
      facts({ clinic: [licence({ validUntil: day('2026-03-31') })] }),
      '2026-04-01',
      'network.licence-expired',
    ],
    ['the clinic may not do it', facts({ clinic: [licence({ scope: ['dentistry'] })] }), '2026-04-01', 'network.licence-scope'],
  ])('%s', (_, known, date, expected) => {
    const answer = ask(known, date)
    expect(typeof answer === 'string' ? answer : answer.code).toBe(expected)
  })

  test('at her main institution she needs no filing', () => expect(ask(facts({ filings: [] }), '2026-04-01', 'hospital')).toBe('may'))

  test('an expired filing says which and who renews it', () => {
    expect(ask(facts(), '2026-07-01')).toMatchObject({
      details: { practitioner: named('许明远'), institution: named('予安骨科'), expiredOn: '2026-06-30', renewer: named('予安骨科') },
    })
  })

  test('her licence is renewed by her main institution, the house’s by the house', () => {
    expect(ask(facts({ own: [] }), '2026-04-01')).toMatchObject({ details: { party: named('许明远'), renewer: named('江澜一院') } })
    expect(ask(facts({ clinic: [] }), '2026-04-01')).toMatchObject({ details: { party: named('予安骨科'), renewer: named('予安骨科') } })
  })
})

test('of filings that follow each other without a gap, every day of their whole is allowed and no other', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(lengths, fc.integer({ min: -30, max: 500 }), (days, offset) => {
      const begin = day('2026-01-15')
      let from = begin
      const filings = days.map((length, place) => {
        const one = filing({ id: String(place), validFrom: from, validUntil: plusDays(from, length - 1) })
        from = plusDays(from, length)
        return one
      })
      const always = [licence({ validFrom: day('2000-01-01'), validUntil: null })]
      const date = plusDays(begin, offset)
      const inside = offset >= 0 && offset < days.reduce((sum, length) => sum + length, 0)
      expect(ask(facts({ own: always, clinic: always, filings: filings.toReversed() }), date) === 'may').toBe(inside)
    }),
  )
})
