import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { overNetwork } from '../../../../test/support/work.ts'
import { makeWorld, type World } from '../../../../test/support/world.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { AccountRef } from '../domain/account.ts'
import type { Posting } from '../domain/posting.ts'
import { findBalances } from '../store/balance.ts'
import { sealJournal } from '../store/seal.ts'
import { verifyLedger } from '../store/verify.ts'
import { post } from './post.ts'

let system: TestSystem
let world: World
beforeAll(async () => {
  system = await createTestSystem({ connections: 20 })
  world = await makeWorld(system.runtime)
})
afterAll(() => system.close())

const depositOf = (id: string): AccountRef => ({ networkId: world.networkId, party: { kind: 'person', id }, purpose: 'deposit' })
const move = (debit: string, credit: string, amountFen = 1n, source = `test:${randomUUID()}`): Posting => ({
  source,
  what: 'deposit',
  date: '2026-11-23' as PlainDate,
  subject: {},
  transfers: [{ debit: depositOf(debit), credit: depositOf(credit), amountFen }],
})
const postOnce = (posting: Posting) => overNetwork(system.runtime, (work) => post(work, posting))

test('the same source by twenty at once is posted once', async () => {
  const posting = move(randomUUID(), randomUUID())
  const ids = await Promise.all(Array.from({ length: 20 }, () => postOnce(posting)))
  expect(new Set(ids).size).toBe(1)
  const { rows } = await system.owner.query('select count(*)::int from ledger.transfer where posting_id = $1', [ids[0]])
  expect(rows[0].count).toBe(1)
})

test('postings over the same new accounts in any order never wait in a circle: no transaction is tried again', async () => {
  let tried = 0
  let wanted = 0
  for (let round = 0; round < 20; round += 1) {
    const ids = Array.from({ length: 6 }, () => randomUUID())
    const pairs = ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => move(a, b)))
    wanted += pairs.length
    await Promise.all(
      pairs.map((posting) =>
        overNetwork(system.runtime, (work) => {
          tried += 1
          return post(work, posting)
        }),
      ),
    )
  }
  expect(tried).toBe(wanted)
})

test('after a storm with a sealer beside it, the sum is zero, each balance is that of its transfers, and the books verify', async () => {
  const ids: string[] = Array.from({ length: 12 }, () => randomUUID())
  const expected = new Map(ids.map((id) => [id, { debitFen: 0n, creditFen: 0n }]))
  let storming = true
  const sealer = (async () => {
    while (storming) await overNetwork(system.runtime, ({ db, now }) => sealJournal(db, now))
  })()
  await Promise.all(
    Array.from({ length: 400 }, (_, place) => {
      const [debit, credit] = [ids[place % 12] as string, ids[(place * 7 + 5) % 12] as string]
      if (debit === credit) return null
      const amount = BigInt(place + 1)
      const [to, from] = [expected.get(debit), expected.get(credit)]
      if (to && from) {
        to.debitFen += amount
        from.creditFen += amount
      }
      return postOnce(move(debit, credit, amount))
    }),
  )
  storming = false
  await sealer
  const balances = () => overNetwork(system.runtime, (work) => findBalances(work, ids.map(depositOf)))
  expect(await balances()).toEqual([...expected.values()])
  await overNetwork(system.runtime, ({ db, now }) => sealJournal(db, now))
  expect(await balances()).toEqual([...expected.values()])
  const found = await overNetwork(system.runtime, ({ db }) => verifyLedger(db))
  expect(found).toMatchObject({ wrong: null, notYetSealed: 0, sums: [{ currency: 'CNY', sumFen: 0n }] })
})
