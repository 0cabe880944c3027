import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CareWorld, makeCareWorld } from '../../../../test/support/care.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { takeDeposit } from './deposit.ts'
import { issueBill } from './issue-bill.ts'
import { makeRefund } from './make-refund.ts'
import { recordPayment } from './record-payment.ts'

const priceFen = 168_000
let system: TestSystem
let world: World
let care: CareWorld
let finance: Actor
let personId: Id<'person'>
let visitId: Id<'visit'>
let people = 0
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
  care = await makeCareWorld(system.runtime, world)
  finance = staffOf(system.runtime, world.operator, 'finance')
})
afterAll(() => system.close())
beforeEach(async () => {
  people += 1
  personId = await world.makePatient(`抢付${people}`)
  visitId = await care.attend(personId)
})

const bill = async () => (await run<{ billId: string }>(system.runtime, world.butler, issueBill, { visitId })).billId
const pay = (billId: string, amountFen: number, means: string, key?: string) =>
  tryCommand(system.runtime, world.butler, recordPayment, { billId, amountFen, means }, key)
const leaveDeposit = (amountFen: number) =>
  run(system.runtime, world.butler, takeDeposit, { networkId: world.networkId, personId, means: 'cash', amountFen })
const codesOf = (results: readonly Awaited<ReturnType<typeof pay>>[]) => {
  const counts: Record<string, number> = {}
  for (const result of results) {
    const code = result.ok ? 'won' : result.refusal.code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
const times = <Answer>(count: number, act: (place: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: count }, (_, place) => act(place)))
const one = async (sql: string, ...values: unknown[]) => (await system.owner.query(sql, values)).rows[0]

test('ten cashiers at once make one bill', async () => {
  const results = await times(10, () => tryCommand(system.runtime, world.butler, issueBill, { visitId }))
  expect(codesOf(results)).toEqual({ won: 1, 'billing.nothing-to-bill': 9 })
  expect(await one('select count(*)::int from billing.bill where visit_id = $1', visitId)).toEqual({ count: 1 })
})

test('ten payments of the whole at once: one is taken; and the same request ten times is one payment', async () => {
  const billId = await bill()
  expect(codesOf(await times(10, () => pay(billId, priceFen, 'cash')))).toEqual({ won: 1, 'billing.nothing-open': 9 })
  visitId = await care.attend(await world.makePatient('再来'))
  const other = await bill()
  const results = await times(10, () => pay(other, 1_000, 'cash', 'key-of-one-press'))
  for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('platform.still-running')
  expect(await one('select sum(amount_fen)::int as paid from billing.payment where bill_id = $1', other)).toEqual({ paid: 1_000 })
})

test('a deposit that is enough for three parts pays three of ten, and is never below zero', async () => {
  await leaveDeposit(3_500)
  const billId = await bill()
  expect(codesOf(await times(10, () => pay(billId, 1_000, 'deposit')))).toEqual({ won: 3, 'billing.deposit-too-low': 7 })
  expect(await one('select balance_fen::int as balance from billing.deposit where person_id = $1', personId)).toEqual({ balance: 500 })
  await expect(
    system.owner.query('update billing.deposit set balance_fen = balance_fen - 501 where person_id = $1', [personId]),
  ).rejects.toThrow('never_below_zero')
})

test('two refunds of the same line at once: one is made, and what is back is what was paid', async () => {
  await leaveDeposit(50_000)
  const billId = await bill()
  await pay(billId, 50_000, 'deposit')
  await pay(billId, priceFen - 50_000, 'cash')
  const { version } = await one('select version from billing.bill where id = $1', billId)
  const { rows } = await system.owner.query('select charge_id from billing.bill_line where bill_id = $1', [billId])
  const lines = rows.map(({ charge_id }) => ({ chargeId: charge_id, amountFen: null }))
  const results = await times(4, () => tryCommand(system.runtime, finance, makeRefund, { billId, version, lines, reason: '重复点击' }))
  expect(codesOf(results)).toEqual({ won: 1, 'billing.bill-moved-on': 3 })
  expect(await one('select sum(amount_fen)::int as paid from billing.payment where bill_id = $1', billId)).toEqual({ paid: 0 })
  expect(await one('select balance_fen::int as balance from billing.deposit where person_id = $1', personId)).toEqual({ balance: 50_000 })
})
