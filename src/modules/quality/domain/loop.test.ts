import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { plus, toInstant } from '../../../kernel/time.ts'
import { type Answer, checkComplete, type Inspection, outcomes, scoreOf, sealOf } from './inspection.ts'
import type { ChecklistItem } from './norm.ts'
import { nextSteps, type Rectification, recheck, submitEvidence, submitPlan } from './rectification.ts'
import { pointsOf, type SeverityRule, severities } from './severity.ts'
import { stepsAfter, tiersOf } from './tiers.ts'

const now = toInstant('2026-11-23T02:00:00Z')
const rule = (points: number): SeverityRule => ({
  severity: 'major',
  validFrom: '2020-01-01' as never,
  rectifyMinutes: 10_080,
  recheckMinutes: 4320,
  tierMinutes: 1440,
  points,
  repeatDays: 180,
  repeatFactor: 2,
})
const rules = new Map(severities.map((severity, place) => [severity, { ...rule([1, 4, 10][place] ?? 0), severity }]))

const anyAnswered = fc.array(
  fc.record({ severity: fc.constantFrom(...severities), outcome: fc.constantFrom(...outcomes), repeated: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
)
type Answered = { severity: (typeof severities)[number]; outcome: (typeof outcomes)[number]; repeated: boolean }
function score(answered: readonly Answered[]): number | null {
  const items = answered.map(
    ({ severity }, place): ChecklistItem => ({
      code: `I${place}`,
      text: { zh: '', en: '' },
      severity,
      coreSystem: null,
      indicatorCode: null,
    }),
  )
  const answers = answered.map(
    ({ outcome }, place): Answer => ({ itemCode: `I${place}`, outcome, note: '', evidence: [], indicatorCode: null }),
  )
  const deductions = answered.flatMap(({ severity, outcome, repeated }, place) =>
    outcome === 'not-passed' ? [{ itemCode: `I${place}`, points: pointsOf(rules.get(severity) as SeverityRule, repeated) }] : [],
  )
  return scoreOf(items, answers, deductions, rules)
}

test('a score lies between nothing and all, an item that does not apply changes nothing, a worse answer never betters it', () => {
  fc.assert(
    fc.property(anyAnswered, (answered) => {
      const whole = score(answered)
      const applies = answered.some(({ outcome }) => outcome !== 'not-applicable')
      expect(whole === null).toBe(!applies)
      if (whole === null) return
      expect(whole).toBeGreaterThanOrEqual(0)
      expect(whole).toBeLessThanOrEqual(10_000)
      expect(whole === 10_000).toBe(answered.every(({ outcome }) => outcome !== 'not-passed'))
      expect(score([...answered, { severity: 'critical', outcome: 'not-applicable', repeated: false }])).toBe(whole)
      const worse = answered.map((one) => (one.outcome === 'not-passed' ? { ...one, repeated: true } : one))
      expect(score(worse)).toBeLessThanOrEqual(whole)
    }),
  )
})

test('of 15 points that apply, a major finding leaves 11: 73.33 %; a repeated one 7', () => {
  const answered: Answered[] = severities.map((severity) => ({
    severity,
    outcome: severity === 'major' ? 'not-passed' : 'passed',
    repeated: false,
  }))
  expect(score(answered)).toBe(7333)
  expect(score(answered.map((one) => ({ ...one, repeated: true })))).toBe(4667)
})

test('a checklist is complete when every item is answered and whatever failed says what was seen', () => {
  const item: ChecklistItem = { code: 'A', text: { zh: '', en: '' }, severity: 'minor', coreSystem: null, indicatorCode: null }
  const answer: Answer = { itemCode: 'A', outcome: 'not-passed', note: ' ', evidence: [], indicatorCode: null }
  expect(checkComplete([item], [])).toMatchObject({ refusal: { code: 'quality.items-unanswered', details: { left: 1, first: 'A' } } })
  expect(checkComplete([item], [answer])).toMatchObject({ refusal: { code: 'quality.note-missing' } })
  expect(checkComplete([item], [{ ...answer, note: '没有封条' }]).ok).toBe(true)
})

test('the seal changes with anything that was said', () => {
  const answer: Answer = { itemCode: 'A', outcome: 'passed', note: '', evidence: [], indicatorCode: null }
  const inspection = { id: 'i', answers: [answer] } as unknown as Inspection
  const seals = [
    sealOf(inspection, 10_000, now),
    sealOf({ ...inspection, answers: [{ ...answer, note: 'x' }] }, 10_000, now),
    sealOf({ ...inspection, answers: [{ ...answer, evidence: [{ kind: 'text', text: 'x' }] }] }, 10_000, now),
    sealOf(inspection, 9_999, now),
    sealOf(inspection, 10_000, plus(now, { milliseconds: 1 })),
  ]
  expect(new Set(seals).size).toBe(seals.length)
})

const mender = { accountId: 'm' as Id<'account'>, institutionId: 'clinic' as Id<'institution'> }
const other = { accountId: 'q' as Id<'account'>, institutionId: 'hospital' as Id<'institution'> }
const fresh: Rectification = {
  id: 'r' as Id<'rectification'>,
  networkId: 'n' as Id<'network'>,
  institutionId: mender.institutionId,
  inspectorInstitutionId: other.institutionId,
  state: 'to-rectify',
  round: 1,
  dueAt: plus(now, { minutes: 10_080 }),
  evidenceBy: null,
  closedAt: null,
  version: 1,
  viewerIds: [],
}

type Move = 'plan' | 'evidence' | 'pass' | 'fail'
const moves: Record<
  Move,
  (of: Rectification, who: typeof mender) => ReturnType<typeof submitPlan | typeof submitEvidence | typeof recheck>
> = {
  plan: (of, who) => submitPlan(of, who),
  evidence: (of, who) => submitEvidence(of, who, rule(4), now),
  pass: (of, who) => recheck(of, who, true, rule(4), now),
  fail: (of, who) => recheck(of, who, false, rule(4), now),
}

test('whatever is tried by whomever, only who mends answers, only another looks again, and what closed had evidence looked at by another', () => {
  const anyMove = fc.tuple(
    fc.constantFrom<Move>('plan', 'evidence', 'pass', 'fail'),
    fc.constantFrom(mender, other, { ...other, accountId: mender.accountId }),
  )
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 30 }), (tried) => {
      let at = fresh
      for (const [move, who] of tried) {
        const offered = nextSteps(at, who)
        const moved = moves[move](at, who)
        expect(moved.ok).toBe(offered.includes(move === 'pass' || move === 'fail' ? 'recheck' : move))
        if (!moved.ok) continue
        if (move === 'pass' || move === 'fail') {
          expect(at.state).toBe('to-recheck')
          expect(who.institutionId).not.toBe(at.institutionId)
          expect(who.accountId).not.toBe(at.evidenceBy)
        } else expect(who.institutionId).toBe(at.institutionId)
        expect(moved.value.version).toBe(at.version + 1)
        expect(moved.value.round).toBe(at.round + (move === 'fail' ? 1 : 0))
        at = moved.value
      }
      expect(at.state === 'closed').toBe(at.closedAt !== null)
      if (at.state === 'closed') for (const who of [mender, other]) expect(nextSteps(at, who)).toEqual([])
    }),
  )
})

test('a failed re-check gives a whole new time', () => {
  const later = plus(now, { days: 9 })
  const waiting = { ...fresh, state: 'to-recheck', evidenceBy: mender.accountId } as const
  expect(recheck(waiting, other, false, rule(4), later)).toMatchObject({
    value: { state: 'failed-recheck', round: 2, dueAt: plus(later, { days: 7 }) },
  })
})

test('four levels: execution and supervision in the house, then the line, then the group; equal ones are one', () => {
  const [clinic, centre, group] = ['clinic', 'centre', 'group'] as Id<'institution'>[] as [
    Id<'institution'>,
    Id<'institution'>,
    Id<'institution'>,
  ]
  const tiers = tiersOf(clinic, true, [centre, group])
  expect(tiers).toEqual([
    { institution: clinic, role: 'head' },
    { institution: clinic, role: 'manager' },
    { institution: centre, role: null },
    { institution: group, role: null },
  ])
  expect(stepsAfter(tiers, 60).map(({ institution, afterMinutes }) => [institution, afterMinutes])).toEqual([
    [clinic, 0],
    [centre, 60],
    [group, 60],
  ])
  expect(tiersOf(clinic, false, [group, group])).toEqual([
    { institution: clinic, role: 'manager' },
    { institution: group, role: null },
  ])
  expect(tiersOf(group, false, [])).toEqual([{ institution: group, role: 'manager' }])
})
