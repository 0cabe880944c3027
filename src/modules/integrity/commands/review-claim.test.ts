import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimOf, lineOf } from '../../../../test/support/claims.ts'
import { review, through } from '../../../../test/support/reviews.ts'
import { createTestSystem, monday, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, staffOf, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { type Answer, type Claim, type ClaimLine, findAnswers, recordReview, reviewClaim, withdrawLines } from '../index.ts'

let system: TestSystem
let world: World
let personId: Id<'person'>
let head: Actor
let clinician: Actor
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  head = staffOf(system.runtime, world.clinic, 'head')
  clinician = staffOf(system.runtime, world.clinic, 'clinician')
})
afterAll(() => system.close())

const newId = () => crypto.randomUUID()
const claim = (lines: ClaimLine[], more: Partial<Claim> = {}): Claim =>
  claimOf(lines, {
    claimId: newId(),
    networkId: world.networkId,
    personId,
    visitId: newId() as never,
    institutionId: world.clinic,
    ...more,
  })
const sign = (actor: Actor, of: Claim, answers: Answer[] = []) => review(system.runtime, actor, 'order', of, answers)
const boneAge = (lineId: string) => lineOf(lineId, 'imaging', 'XR-BONEAGE', monday)
const hba1c = (lineId: string, days = 0) => lineOf(lineId, 'lab', 'HBA1C', plus(monday, { days }))

describe('a review', () => {
  test('stops an item for children, and lets it pass with the permission and a reason', async () => {
    personId = await world.makePerson('成人')
    const adult = claim([boneAge('b1')])
    const answers = [{ lineId: 'b1', ruleCode: 'GZ10000102006000', reason: '生长发育异常' }]
    expect(await sign(clinician, adult)).toMatchObject({ refusal: { code: 'integrity.line-stopped' } })
    expect(await sign(clinician, adult, answers)).toMatchObject({ refusal: { code: 'integrity.override-not-permitted' } })
    expect(await sign(head, adult, [{ ...answers[0], reason: '  ' } as Answer])).toMatchObject({
      refusal: { code: 'integrity.line-stopped' },
    })
    expect(await sign(head, adult, answers)).toMatchObject({ ok: true })
    const { rows } = await system.owner.query(
      `select v.*, r.facts from integrity.verdict v join integrity.review r on r.id = v.review_id where v.line_id = 'b1'`,
    )
    expect(rows).toMatchObject([
      {
        verdict: 'violation',
        rule_version: 1,
        reason: '生长发育异常',
        answered_by: head.accountId,
        amount_fen: '10000',
        sentence_zh: '只限 17 岁及以下，就诊人 46 岁。',
        facts: { birthDate: '1980-03-12', diagnoses: ['M17.9'] },
      },
    ])
  })

  test('asks whoever signs for the reason of a doubt', async () => {
    personId = await world.makePerson('膝外')
    const study = claim([lineOf('k1', 'imaging', 'MR-KNEE', monday)], { diagnoses: ['E11.9'] })
    expect(await sign(clinician, study)).toMatchObject({ refusal: { code: 'integrity.reason-missing' } })
    expect(await sign(clinician, study, [{ lineId: 'k1', ruleCode: 'GZ10000102007000', reason: '术前评估' }])).toMatchObject({ ok: true })
  })

  test('counts what was recorded before, and less what was withdrawn', async () => {
    personId = await world.makePerson('常查')
    expect(await sign(clinician, claim([hba1c('h1')]))).toMatchObject({ ok: true })
    expect(await sign(clinician, claim([hba1c('h2', 29)]))).toMatchObject({
      refusal: {
        code: 'integrity.line-stopped',
        details: { sentence: { zh: '30 天内最多 1 次，连同 2026-11-23 的共 2 次。' } },
      },
    })
    expect(await sign(clinician, claim([hba1c('h3', 30)]))).toMatchObject({ ok: true })
    await through(system.runtime, clinician, (work) => withdrawLines(work, [{ lineId: 'h1', quantity: 1, amountFen: 10_000n }]))
    expect(await sign(clinician, claim([hba1c('h4', 29)]))).toMatchObject({ ok: true })
  })

  test('of the same lines at checkout says the same, and is kept once', async () => {
    personId = await world.makePerson('结算')
    const signed = claim([hba1c('c1')])
    await sign(clinician, signed)
    const bill = { ...signed, claimId: newId() }
    const once = await review(system.runtime, clinician, 'checkout', bill)
    const again = await review(system.runtime, clinician, 'checkout', bill)
    expect(once).toMatchObject({ ok: true, value: { verdicts: [{ verdict: 'clear' }] } })
    expect(again).toEqual(once)
  })

  test('an answer of an earlier review stays that of who gave it', async () => {
    personId = await world.makePerson('答复')
    const signed = claim([boneAge('a1')])
    await sign(head, signed, [{ lineId: 'a1', ruleCode: 'GZ10000102006000', reason: '生长发育异常' }])
    const bill = { ...signed, claimId: newId() }
    await through(system.runtime, clinician, async (work) => {
      const known = await findAnswers(work, ['a1'])
      return recordReview(work, { ...(await reviewClaim(work, 'checkout', bill)), answers: known })
    })
    const { rows } = await system.owner.query(`select answered_by, answered_at from integrity.verdict where line_id = 'a1' order by id`)
    expect(rows).toEqual([rows[0], rows[0]])
    expect(rows[0].answered_by).toBe(head.accountId)
  })

  test('of two at once sees the other', async () => {
    personId = await world.makePerson('同时')
    const results = await Promise.all(['r1', 'r2', 'r3', 'r4'].map((id) => sign(clinician, claim([hba1c(id)]))))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

test('evidence is written once: the server cannot change it', async () => {
  for (const table of ['review', 'reviewed_line', 'verdict', 'withdrawal', 'rule_version'])
    await expect(
      system.runtime.database.executeQuery({
        sql: `delete from integrity.${table}`,
        parameters: [],
        query: {} as never,
        queryId: {} as never,
      }),
    ).rejects.toThrow('permission denied')
})
