import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { makeCounterparty, tokens } from '../../../test/support/counterparty.ts'
import { makeMember, makePayer } from '../../../test/support/cover.ts'
import { inWork } from '../../../test/support/in-work.ts'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { makeWorld, run, tryCommand, type World } from '../../../test/support/world.ts'
import type { Id } from '../../kernel/id.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { createServer } from '../../platform/http/index.ts'
import { systemActor } from '../../platform/operation/perform.ts'
import { sendNext } from '../../platform/outbox/index.ts'
import { checkEligibility } from './commands/check-eligibility.ts'
import { connectPayer } from './commands/connect-payer.ts'
import { retryMessage } from './commands/message.ts'
import { resendClaim } from './commands/resend-claim.ts'
import { exchange } from './exchange.ts'
import { calculateBenefit, findClaimOf, findRemittance, lockCover, recordUsage, reviseClaim, submitClaim } from './index.ts'

const day = '2026-11-24' as PlainDate
let system: TestSystem
let server: FastifyInstance
let world: World
let insurer: Awaited<ReturnType<typeof makeCounterparty>>
let answersTo: string
let endpoint: string

const policies = Object.fromEntries(Array.from({ length: 20 }, (_, place) => [`HY-${1000 + place}`, {}]))
let policy = 1000

beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  await makePayer(system.runtime)
  server = await createServer(system.runtime, system.serverUrl)
  answersTo = `${await server.listen({ port: 0, host: '127.0.0.1' })}/api/coverage/exchange/hengyu`
  insurer = await makeCounterparty({ ...policies, 'HY-2000': { elsewhere: { year: 2026, deductibleFen: 30_000, benefitFen: 700_000 } } })
  endpoint = await insurer.start(answersTo, '--refuse', 'REFUSED')
  await run(system.runtime, systemActor, connectPayer, { payerCode: 'hengyu', endpoint, ...tokens })
})
afterEach(() => system.runtime.clock.setOffset(0))
afterAll(async () => {
  await insurer.close()
  await server.close()
  await system.close()
})

const sendAll = async () => {
  while (await sendNext(system.runtime, exchange));
}
const inSystem = <Answer>(work: Parameters<typeof inWork<Answer>>[2]) => inWork(system.runtime, systemActor, work)

const itemOf = (lineId: string, itemCode: string, amountFen: bigint) => ({
  lineId,
  system: 'service',
  itemCode,
  category: 'professional',
  amountFen,
  date: day,
})

/** What billing does at checkout: cover, benefit, usage, claim. */
async function claimFor(items: readonly ReturnType<typeof itemOf>[], policyNumber = `HY-${policy++}`) {
  const personId = await world.makePerson(`会员${policyNumber}`)
  const memberId = await makeMember(system.runtime, world, personId, policyNumber)
  const billId = crypto.randomUUID() as Id<'bill'>
  const linesOf = (benefit: ReturnType<typeof calculateBenefit>) =>
    benefit.lines.map(({ reason: _, ...line }, place) => ({
      ...line,
      name: { zh: '项目', en: 'Item' },
      system: 'service',
      itemCode: items[place]?.itemCode ?? '',
      category: 'professional',
      quantity: 1,
    }))
  const claimId = await inSystem(async (work) => {
    const cover = await lockCover(work, personId, world.networkId, day)
    if (!cover) throw new Error('no cover')
    const benefit = calculateBenefit(cover.plan, cover.used, items)
    await recordUsage(work, { memberId, date: day, source: `test.bill:${billId}`, ...benefit.usage })
    return submitClaim(work, {
      billId,
      billNumber: 'B-20261124-0001',
      visitId: crypto.randomUUID() as Id<'visit'>,
      personId,
      memberId,
      networkId: world.networkId,
      collectorId: world.operator,
      serviceDate: day,
      diagnoses: ['M17.9'],
      deductibleFen: benefit.usage.deductibleFen,
      lines: linesOf(benefit),
    })
  })
  /** What billing does after a refund: the whole anew on what remains, minus what was. */
  const revise = (remaining: readonly ReturnType<typeof itemOf>[]) =>
    inSystem(async (work) => {
      const cover = await lockCover(work, personId, world.networkId, day)
      if (!cover) throw new Error('no cover')
      const before = calculateBenefit(cover.plan, { deductibleFen: 0n, benefitFen: 0n }, items)
      const after = calculateBenefit(cover.plan, { deductibleFen: 0n, benefitFen: 0n }, remaining)
      const change = {
        deductibleFen: after.usage.deductibleFen - before.usage.deductibleFen,
        benefitFen: after.usage.benefitFen - before.usage.benefitFen,
      }
      await recordUsage(work, { memberId, date: day, source: `test.refund:${billId}`, ...change })
      await reviseClaim(work, { billId, lines: linesOf(after), deductibleFen: after.usage.deductibleFen })
    })
  const view = () => inSystem((work) => findClaimOf(work, billId))
  const becomes = (state: string) => vi.waitFor(async () => expect(await view()).toMatchObject({ state }), { timeout: 8000, interval: 30 })
  const used = async () => (await inSystem((work) => lockCover(work, personId, world.networkId, day)))?.used
  return { claimId, personId, memberId, billId, revise, view, becomes, used }
}

const messagesOf = async (subjectId: string) =>
  (
    await system.owner.query(
      `select direction, kind, state, query, tries, fault from coverage.message where subject_id = $1 order by made_at, id`,
      [subjectId],
    )
  ).rows

test('a claim goes out, is answered and paid to the fen, and tells billing so', async () => {
  const claim = await claimFor([itemOf('a', 'injection', 168_000n), itemOf('b', 'dressing', 12_345n)])
  expect(await claim.view()).toMatchObject({ state: 'to-submit' })
  await sendAll()
  await claim.becomes('paid')
  const { claimedFen, paidFen } = (await claim.view()) ?? {}
  expect(paidFen).toBe(claimedFen)
  const remittance = await inSystem((work) => findRemittance(work, claim.claimId))
  expect(remittance?.lines.map(({ refusedFen }) => refusedFen)).toEqual([0n, 0n])
  const { rows } = await system.owner.query(`select event from platform.outbox where subject = $1 order by id`, [claim.claimId])
  expect(rows.map(({ event }) => event)).toEqual(['coverage.claim-answered.v1', 'coverage.claim-paid.v1'])
  const clock = await system.owner.query(`select state from commitments.commitment where subject_id = $1`, [claim.claimId])
  expect(clock.rows).toEqual([{ state: 'met' }])
})

test('a refused line is not paid, says why, and does not use up the member’s year', async () => {
  const claim = await claimFor([itemOf('a', 'injection', 168_000n), itemOf('b', 'REFUSED', 100_000n)])
  await sendAll()
  await claim.becomes('partly-denied')
  const remittance = await inSystem((work) => findRemittance(work, claim.claimId))
  expect(remittance?.lines.map(({ code }) => code)).toEqual([null, 'D06'])
  expect(remittance?.lines[1]?.paidFen).toBe(0n)
  expect((await claim.used())?.benefitFen).toBe((await claim.view())?.paidFen)
})

test('after a refund the claim is what remains, the payer takes the difference back, and nothing left is cancelled', async () => {
  const items = [itemOf('a', 'injection', 168_000n), itemOf('b', 'dressing', 50_000n)]
  const claim = await claimFor(items)
  await sendAll()
  await claim.becomes('paid')
  const first = (await claim.view())?.paidFen ?? 0n
  await claim.revise(items.slice(0, 1))
  await sendAll()
  await claim.becomes('paid')
  const second = (await claim.view())?.paidFen ?? 0n
  expect(second).toBeLessThan(first)
  expect((await claim.used())?.benefitFen).toBe(second)
  await inSystem((work) => reviseClaim(work, { billId: claim.billId, lines: [], deductibleFen: 0n }))
  await sendAll()
  await claim.becomes('cancelled')
  expect((await claim.view())?.paidFen).toBe(0n)
})

test('the payer killed after it took the claim still answers when it is back, and a repeated request is one claim', async () => {
  const claim = await claimFor([itemOf('a', 'injection', 168_000n)])
  await insurer.kill()
  endpoint = await insurer.start(answersTo, '--refuse', 'REFUSED', '--delay', '1500')
  await sendAll()
  const { rows } = await system.owner.query(`select id, resource from coverage.message where subject_id = $1`, [claim.claimId])
  const again = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${tokens.token}`, 'idempotency-key': rows[0].id },
    body: JSON.stringify(rows[0].resource),
  })
  expect(again.status).toBe(202)
  await insurer.kill()
  expect(insurer.state().inbox).toHaveLength(1)
  await insurer.start(answersTo, '--refuse', 'REFUSED')
  await claim.becomes('paid')
  expect(await messagesOf(claim.claimId)).toMatchObject([
    { direction: 'out', state: 'answered' },
    { kind: 'claim-response', state: 'taken' },
    { kind: 'payment', state: 'taken' },
  ])
})

test('while the payer is away the pauses grow, then the message is parked and waits for a person', async () => {
  const claim = await claimFor([itemOf('a', 'injection', 168_000n)])
  await insurer.kill()
  const { clock } = system.runtime
  await sendAll()
  expect(await messagesOf(claim.claimId)).toMatchObject([{ state: 'waiting', tries: 1, fault: 'unreachable' }])
  expect(await sendNext(system.runtime, exchange)).toBe(false)
  for (let hours = 0; hours < 40; hours += 1) {
    clock.setOffset(clock.offset() + 24 * 3_600_000)
    if (!(await sendNext(system.runtime, exchange))) break
  }
  expect(await messagesOf(claim.claimId)).toMatchObject([{ state: 'parked', tries: 13, fault: 'unreachable' }])
  expect(await claim.view()).toMatchObject({ state: 'to-submit' })
  await insurer.start(answersTo, '--refuse', 'REFUSED')
  await sendAll()
  expect(await claim.view()).toMatchObject({ state: 'to-submit' })
  const { rows } = await system.owner.query(`select id from coverage.message where subject_id = $1`, [claim.claimId])
  const retry = () => tryCommand(system.runtime, world.finance, retryMessage, { messageId: rows[0].id })
  expect((await retry()).ok).toBe(true)
  expect(await retry()).toMatchObject({ refusal: { code: 'coverage.message-not-parked' } })
  await sendAll()
  await claim.becomes('paid')
})

test('an eligibility check tells what was used elsewhere, and our own claims are not counted twice', async () => {
  const personId = await world.makePerson('别处用过')
  const memberId = await makeMember(system.runtime, world, personId, 'HY-2000')
  const usedNow = async () => (await inSystem((work) => lockCover(work, personId, world.networkId, day)))?.used
  expect(await usedNow()).toEqual({ deductibleFen: 0n, benefitFen: 0n })
  const check = () => tryCommand(system.runtime, world.butler, checkEligibility, { personId, memberId })
  expect((await check()).ok).toBe(true)
  expect(await check()).toMatchObject({ refusal: { code: 'coverage.check-waiting' } })
  await sendAll()
  const cover = () => inSystem((work) => lockCover(work, personId, world.networkId, day))
  await vi.waitFor(async () => expect((await cover())?.eligibility.state).toBe('confirmed'), { timeout: 5000 })
  expect(await usedNow()).toEqual({ deductibleFen: 30_000n, benefitFen: 700_000n })
  const stranger = await world.makePerson('没有保单')
  const unknown = await makeMember(system.runtime, world, stranger, 'HY-9999')
  await run(system.runtime, world.butler, checkEligibility, { personId: stranger, memberId: unknown })
  await sendAll()
  const refused = () => inSystem((work) => lockCover(work, stranger, world.networkId, day))
  await vi.waitFor(async () => expect((await refused())?.eligibility.state).toBe('refused'), { timeout: 5000 })
})

const send = (resource: object, { token = tokens.answerToken, key = crypto.randomUUID() as string } = {}) =>
  server.inject({
    method: 'POST',
    url: '/api/coverage/exchange/hengyu',
    headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${token}`, 'idempotency-key': key },
    payload: JSON.stringify(resource),
  })
const coded = (system: string, code: string) => ({ coding: [{ system, code }] })
const responseTo = (messageId: string, item: readonly (readonly [sequence: number, yuan: number])[]) => ({
  resourceType: 'ClaimResponse',
  use: 'claim',
  request: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${messageId}` } },
  outcome: 'complete',
  item: item.map(([itemSequence, value]) => ({
    itemSequence,
    adjudication: [
      { category: coded('http://terminology.hl7.org/CodeSystem/adjudication', 'benefit'), amount: { value, currency: 'CNY' } },
    ],
  })),
})

test('an answer that contradicts the claim is kept and shown as a question; the right one after it settles, and the same twice counts once', async () => {
  await insurer.kill()
  const claim = await claimFor([itemOf('a', 'injection', 168_000n)])
  const { rows } = await system.owner.query(`select id from coverage.message where subject_id = $1`, [claim.claimId])
  const messageId = rows[0].id
  const wrong = await send(responseTo(messageId, [[1, 5]]))
  expect([wrong.statusCode, wrong.json().issue[0]]).toMatchObject([
    202,
    { severity: 'warning', details: { coding: [{ code: 'amount-differs' }] } },
  ])
  expect(await claim.view()).toMatchObject({ state: 'queried' })
  await send(responseTo(messageId, [[7, 5]]))
  expect((await messagesOf(claim.claimId)).map(({ query }) => query)).toEqual([null, 'amount-differs', 'line-unknown'])
  const claimed = Number((await claim.view())?.claimedFen) / 100
  const detail = {
    request: { identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${messageId}` } },
    amount: { value: claimed, currency: 'CNY' },
  }
  const paid = { resourceType: 'PaymentReconciliation', status: 'active', detail: [detail] }
  await send(responseTo(messageId, [[1, claimed]]))
  await Promise.all(Array.from({ length: 4 }, () => send(paid, { key: 'payment-1' })))
  expect(await claim.view()).toMatchObject({ state: 'paid' })
  expect(await tryCommand(system.runtime, world.finance, resendClaim, { claimId: claim.claimId })).toMatchObject({
    refusal: { code: 'coverage.claim-settled' },
  })
  await send(paid, { key: 'payment-2' })
  expect(await claim.view()).toMatchObject({ state: 'queried' })
  await insurer.start(answersTo)
})

test('what nobody asked for or nobody can read is kept, a wrong token is refused, all as OperationOutcome', async () => {
  const stray = await send(responseTo(crypto.randomUUID(), [[1, 5]]))
  const odd = await send({ resourceType: 'ClaimResponse', outcome: 'perhaps' })
  const thirdDecimal = await send(responseTo(crypto.randomUUID(), [[1, 5.005]]))
  expect([stray, odd, thirdDecimal].map((answer) => answer.json().issue[0].details.coding[0].code)).toEqual([
    'request-unknown',
    'unreadable',
    'unreadable',
  ])
  const kept = await system.owner.query(
    `select count(*)::int from coverage.message where state = 'unmatched' and $1 = any (institution_ids)`,
    [world.operator],
  )
  expect(kept.rows[0].count).toBe(3)
  const wrong = await send(responseTo(crypto.randomUUID(), []), { token: 'wrong' })
  expect([wrong.statusCode, wrong.json().resourceType, wrong.json().issue[0].code]).toEqual([401, 'OperationOutcome', 'forbidden'])
  const broken = await server.inject({
    method: 'POST',
    url: '/api/coverage/exchange/hengyu',
    headers: { 'content-type': 'application/fhir+json' },
    payload: '{',
  })
  expect([broken.statusCode, broken.json().resourceType]).toEqual([400, 'OperationOutcome'])
})
