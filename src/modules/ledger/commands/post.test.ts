import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { overNetwork } from '../../../../test/support/work.ts'
import { makeWorld, type World } from '../../../../test/support/world.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { AccountPurpose, AccountRef, Party } from '../domain/account.ts'
import type { Posting } from '../domain/posting.ts'
import { findBalances } from '../store/balance.ts'
import { post, postAll } from './post.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const account = (party: Party, purpose: AccountPurpose): AccountRef => ({ networkId: world.networkId, party, purpose })
const cashier = (purpose: AccountPurpose) => account({ kind: 'institution', id: world.operator }, purpose)
const paymentOf = (personId: string, amountFen: bigint, more: Partial<Posting> = {}): Posting => ({
  source: `test.payment:${randomUUID()}`,
  what: 'payment',
  date: '2026-11-23' as PlainDate,
  subject: { billId: randomUUID() },
  transfers: [{ debit: cashier('cash'), credit: account({ kind: 'person', id: personId }, 'receivable'), amountFen }],
  ...more,
})

test('a posting moves its amounts, opens the accounts it needs and answers the same again for the same source', async () => {
  const personId = randomUUID()
  const payment = paymentOf(personId, 12_345n)
  const first = await overNetwork(system.runtime, (work) => post(work, payment))
  expect(await overNetwork(system.runtime, (work) => post(work, payment))).toBe(first)
  const balances = await overNetwork(system.runtime, (work) =>
    findBalances(work, [account({ kind: 'person', id: personId }, 'receivable'), account({ kind: 'person', id: personId }, 'deposit')]),
  )
  expect(balances).toEqual([
    { debitFen: 0n, creditFen: 12_345n },
    { debitFen: 0n, creditFen: 0n },
  ])
})

test('the same source with another amount, date or account is a bug that names the source', async () => {
  const payment = paymentOf(randomUUID(), 100n)
  await overNetwork(system.runtime, (work) => post(work, payment))
  const others = [{ date: '2026-11-24' as PlainDate }, { transfers: paymentOf(randomUUID(), 100n).transfers }, { subject: {} }]
  for (const other of others)
    await expect(overNetwork(system.runtime, (work) => post(work, { ...payment, ...other }))).rejects.toThrow(payment.source)
})

test('many postings, some of them known, are answered in their order', async () => {
  const [a, b, c] = [1n, 2n, 3n].map((amount) => paymentOf(randomUUID(), amount)) as [Posting, Posting, Posting]
  const known = await overNetwork(system.runtime, (work) => post(work, b))
  const ids = await overNetwork(system.runtime, (work) => postAll(work, [c, b, a, c]))
  expect(ids[1]).toBe(known)
  expect(ids[3]).toBe(ids[0])
  expect(new Set(ids).size).toBe(3)
})

test('what was posted cannot be changed or taken out by the server', async () => {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: system.serverUrl })
  await client.connect()
  for (const table of ['account', 'posting', 'transfer'])
    for (const statement of [`delete from ledger.${table}`, `update ledger.${table} set institution_ids = '{}'`])
      await expect(client.query(statement)).rejects.toThrow('permission denied')
  await client.end()
})
