import fc from 'fast-check'
import { expect, describe as group, test } from 'vitest'
import { claimOf, lineOf } from '../../../../test/support/claims.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Claim, ClaimLine, CountedLine } from './claim.ts'
import { compileRules, inForceOn } from './compile.ts'
import { evaluate } from './evaluate.ts'
import { judge } from './judge.ts'
import type { Condition, RuleVersion, Window } from './rule.ts'
import { describe } from './verdict.ts'

const nothing = { zh: '', en: '' }
const ruleOf = (condition: Condition, more: Partial<RuleVersion> = {}, codes = ['A']): RuleVersion => ({
  code: 'GZ10000102005000',
  version: 1,
  name: nothing,
  validFrom: '2020-01-01' as PlainDate,
  validUntil: null,
  result: 'violation',
  basis: nothing,
  amountBasis: 'whole-line',
  sentence: { zh: '{item}', en: '{item}' },
  reasons: [],
  points: [{ items: [{ system: 'lab', codes }], condition }],
  ...more,
})
const day = (date: string): string => `${date}T02:00:00.000Z`
const item = (lineId: string, date = '2026-11-23', more: Partial<ClaimLine> = {}): ClaimLine => lineOf(lineId, 'lab', 'A', day(date), more)
const say = (rule: RuleVersion, claim: Claim, earlier: readonly CountedLine[] | null = []) =>
  evaluate(compileRules([rule]), claim, earlier).map(describe)
const verdictsOf = (rule: RuleVersion, claim: Claim, earlier: readonly CountedLine[] | null = []) =>
  say(rule, claim, earlier).map(({ lineId, verdict }) => `${lineId} ${verdict}`)

group('worked values', () => {
  const child: Condition = { kind: 'age', unit: 'years', least: null, most: 17 }
  test.each([
    ['2008-11-24', 'clear'], // turns eighteen tomorrow
    ['2008-11-23', 'violation'], // today
    [null, 'could-not-check'],
  ])('a child is under eighteen on the day of the item: born %s is %s', (birthDate, verdict) =>
    expect(verdictsOf(ruleOf(child), claimOf([item('1')], { birthDate: birthDate as PlainDate | null }))).toEqual([`1 ${verdict}`]),
  )

  test.each([
    ['2026-10-26', 'clear'],
    ['2026-10-25', 'violation'],
  ])('newborn care is up to 28 days: born %s is %s', (birthDate, verdict) => {
    const newborn: Condition = { kind: 'age', unit: 'days', least: null, most: 28 }
    expect(verdictsOf(ruleOf(newborn), claimOf([item('1')], { birthDate: birthDate as PlainDate }))).toEqual([`1 ${verdict}`])
  })

  test.each([
    ['female', 'violation'],
    ['male', 'clear'],
    ['unknown', 'could-not-check'],
    ['other', 'could-not-check'],
  ] as const)('an item for men, of %s: %s', (sex, verdict) =>
    expect(verdictsOf(ruleOf({ kind: 'sex', only: 'male' }), claimOf([item('1')], { sex }))).toEqual([`1 ${verdict}`]),
  )

  test.each([
    [['E11.9', 'M17.9'], 'clear'],
    [['E11.9'], 'doubtful'],
    [[], 'doubtful'],
    [null, 'not-yet-knowable'],
  ])('an indication, with the diagnoses %s: %s', (diagnoses, verdict) => {
    const knee = ruleOf({ kind: 'diagnosis', named: nothing, codes: ['M17', 'S83'] }, { result: 'doubtful' })
    expect(verdictsOf(knee, claimOf([item('1')], { diagnoses }))).toEqual([`1 ${verdict}`])
  })

  test('of a price over its cap the excess is in question, of a quantity its part of the line', () => {
    const capped = ruleOf({ kind: 'price', mostFen: 3_000 }, { amountBasis: 'excess-price' })
    const said = say(
      capped,
      claimOf([item('1', undefined, { quantity: 3, amountFen: 10_000n }), item('2', undefined, { amountFen: null })]),
    )
    expect(said.map(({ verdict, amountFen }) => [verdict, amountFen])).toEqual([
      ['violation', 1_000n],
      ['could-not-check', 0n],
    ])
    const limited = ruleOf({ kind: 'quantity', most: 7 }, { amountBasis: 'excess-quantity' })
    const [over] = say(limited, claimOf([item('1', undefined, { quantity: 10, amountFen: 9_995n })]))
    expect(over).toMatchObject({ verdict: 'violation', amountFen: 2_999n }) // 2998.5, half away from zero
  })

  test('of a limit the line that crosses it and every later one violate', () => {
    const twice = ruleOf({ kind: 'frequency', most: 2, window: { span: 'month' } }, { amountBasis: 'excess-quantity' })
    const lines = [item('4', '2026-11-30'), item('1', '2026-11-01'), item('3', '2026-11-20', { quantity: 2 }), item('5', '2026-12-01')]
    expect(
      say(twice, claimOf(lines)).map(({ lineId, verdict, amountFen, involvedLineIds }) => [lineId, verdict, amountFen, involvedLineIds]),
    ).toEqual([
      ['1', 'clear', 0n, []],
      ['3', 'violation', 5_000n, ['1']],
      ['4', 'violation', 10_000n, ['1', '3']],
      ['5', 'clear', 0n, []],
    ])
  })

  test.each([
    [{ span: 'cycle', days: 30 } as const, '2026-10-25', 'violation'],
    [{ span: 'cycle', days: 30 } as const, '2026-10-24', 'clear'],
    [{ span: 'quarter' } as const, '2026-10-01', 'violation'],
    [{ span: 'quarter' } as const, '2026-09-30', 'clear'],
    [{ span: 'year' } as const, '2026-01-01', 'violation'],
    [{ span: 'day' } as const, '2026-11-22', 'clear'],
    [{ span: 'visit' } as const, '2026-11-23', 'clear'],
  ])('once in %o, with one of another visit on %s: %s', (window, date, verdict) => {
    const earlier = [{ ...item('0', date), visitId: 'another' as never }]
    expect(verdictsOf(ruleOf({ kind: 'frequency', most: 1, window }), claimOf([item('1')]), earlier)).toEqual([`1 ${verdict}`])
  })

  test('without earlier lines a limit that holds could not be checked, one that does not is broken all the same', () => {
    const once = ruleOf({ kind: 'frequency', most: 1, window: { span: 'day' } })
    expect(verdictsOf(once, claimOf([item('1'), item('2')]), null)).toEqual(['1 could-not-check', '2 violation'])
  })

  test('the version of the line’s date counts', () => {
    const first = ruleOf({ kind: 'quantity', most: 1 }, { validUntil: '2026-10-31' as PlainDate })
    const next = ruleOf({ kind: 'quantity', most: 2 }, { version: 2, validFrom: '2026-11-01' as PlainDate })
    const claim = claimOf([item('1', '2026-10-31', { quantity: 2 }), item('2', '2026-11-01', { quantity: 2 })])
    const said = evaluate(compileRules([next, first]), claim, []).map(describe)
    expect(said.map(({ ruleVersion, verdict }) => [ruleVersion, verdict])).toEqual([
      [1, 'violation'],
      [2, 'clear'],
    ])
  })

  test('a version that names an item twice, or a basis that does not fit, is no rule', () => {
    const rule = ruleOf({ kind: 'quantity', most: 1 })
    expect(() => compileRules([{ ...rule, points: [...rule.points, ...rule.points] }])).toThrow('once')
    expect(() => compileRules([{ ...rule, amountBasis: 'excess-price' }])).toThrow('fits')
  })
})

const dates = ['2026-10-24', '2026-10-31', '2026-11-01', '2026-11-22', '2026-11-23']
const codes = ['A', 'B', 'C', 'D']
const lines = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 30 }),
    date: fc.constantFrom(...dates),
    code: fc.constantFrom(...codes),
    quantity: fc.integer({ min: 0, max: 3 }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const lineFrom = ({ id, date, code, quantity }: { id: number; date: string; code: string; quantity: number }) =>
  lineOf(`line ${id}`, 'lab', code, day(date), { quantity })
const windows: readonly Window[] = [{ span: 'month' }, { span: 'cycle', days: 30 }, { span: 'visit' }, { span: 'day' }]
const conditions = fc.oneof<fc.Arbitrary<Condition>[]>(
  fc.record({ kind: fc.constant('quantity' as const), most: fc.integer({ min: 0, max: 3 }) }),
  fc.record({
    kind: fc.constant('frequency' as const),
    most: fc.integer({ min: 0, max: 4 }),
    window: fc.constantFrom(...windows),
  }),
  fc.record({ kind: fc.constant('diagnosis' as const), named: fc.constant(nothing), codes: fc.constant<string[]>(['M17']) }),
)
const ruleSets = fc
  .array(fc.record({ condition: conditions, items: fc.subarray(codes, { minLength: 1 }), from: fc.constantFrom(...dates) }), {
    maxLength: 6,
  })
  .map((rules) =>
    rules.map(({ condition, items, from }, place) =>
      ruleOf(condition, { code: `GZ${10000102000000 + place}`, validFrom: from as PlainDate }, items),
    ),
  )
const claims = fc.record({ lines: lines.map((all) => all.map(lineFrom)), diagnoses: fc.constantFrom(null, ['M17.9'], ['I10']) })
const history = lines.map((all) => all.map((line) => ({ ...lineFrom({ ...line, id: line.id + 100 }), visitId: 'another' as never })))
const brief = (outcomes: ReturnType<typeof evaluate>) => outcomes.map(describe)

group('for every set of rules and every claim', () => {
  test('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(ruleSets, claims, history, (rules, claim, earlier) => {
        const set = compileRules(rules)
        const turned = claimOf(claim.lines.toReversed(), claim.diagnoses ? { diagnoses: claim.diagnoses } : { diagnoses: null })
        expect(brief(evaluate(set, { ...turned, lines: claim.lines }, earlier))).toEqual(brief(evaluate(set, turned, earlier.toReversed())))
      }),
    )
  })

  test('the index finds what asking every rule of every line finds', () => {
    fc.assert(
      fc.property(ruleSets, claims, history, (rules, { lines: own, diagnoses }, earlier) => {
        const claim = claimOf(own, { diagnoses })
        const all = [...earlier, ...own.map((line) => ({ ...line, visitId: claim.visitId }))].toSorted((one, other) =>
          `${one.at} ${one.lineId}` < `${other.at} ${other.lineId}` ? -1 : 1,
        )
        const asked = own.flatMap((line) =>
          rules.flatMap((rule) =>
            rule.points
              .filter(({ items }) => inForceOn(rule, line.date) && items.some(({ codes: named }) => named.includes(line.code)))
              .map(({ items, condition }) => {
                const place = all.findIndex(({ lineId }) => lineId === line.lineId)
                const known = all.slice(0, place).filter(({ code }) => items.some(({ codes: named }) => named.includes(code)))
                return `${line.lineId} ${rule.code} ${JSON.stringify(judge(condition, claim, line, () => ({ known, complete: true })))}`
              }),
          ),
        )
        const found = evaluate(compileRules(rules), claim, earlier)
        expect(
          found.map(({ line, point, judgement }) => `${line.lineId} ${point.rule.code} ${JSON.stringify(judgement)}`).toSorted(),
        ).toEqual(asked.toSorted())
      }),
    )
  })

  test('a later line never changes the verdict of an earlier one', () => {
    fc.assert(
      fc.property(ruleSets, claims, history, fc.constantFrom(...codes), (rules, { lines: own, diagnoses }, earlier, code) => {
        const set = compileRules(rules)
        const later = lineOf('zzz', 'lab', code, day('2026-11-23'), { quantity: 3 })
        const before = brief(evaluate(set, claimOf(own, { diagnoses }), earlier))
        const after = brief(evaluate(set, claimOf([...own, later], { diagnoses }), earlier))
        expect(after.filter(({ lineId }) => lineId !== 'zzz')).toEqual(before)
      }),
    )
  })

  test('whether an earlier line is in this claim or was recorded before makes no difference', () => {
    fc.assert(
      fc.property(ruleSets, claims, (rules, { lines: own, diagnoses }) => {
        const set = compileRules(rules)
        const ordered = own.toSorted((one, other) => (`${one.at} ${one.lineId}` < `${other.at} ${other.lineId}` ? -1 : 1))
        const [kept, asked] = [ordered.slice(0, ordered.length / 2), ordered.slice(ordered.length / 2)]
        const claim = claimOf(asked, { diagnoses })
        const recorded = kept.map((line) => ({ ...line, visitId: claim.visitId }))
        const together = brief(evaluate(set, { ...claim, lines: own }, []))
        expect(together.filter(({ lineId }) => asked.some((line) => line.lineId === lineId))).toEqual(brief(evaluate(set, claim, recorded)))
      }),
    )
  })

  test('less of an earlier line never makes a later one worse', () => {
    fc.assert(
      fc.property(ruleSets, claims, history, (rules, { lines: own, diagnoses }, earlier) => {
        const set = compileRules(rules)
        const found = (quantityOf: (line: CountedLine) => number) =>
          brief(
            evaluate(
              set,
              claimOf(own, { diagnoses }),
              earlier.map((line) => ({ ...line, quantity: quantityOf(line) })),
            ),
          ).filter(({ verdict }) => verdict === 'violation').length
        expect(found(() => 0)).toBeLessThanOrEqual(found(({ quantity }) => quantity))
      }),
    )
  })
})
