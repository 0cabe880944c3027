import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { overNetwork } from '../../../../test/support/work.ts'
import { makeWorld, staffOf, type World } from '../../../../test/support/world.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Actor, Operation, Query } from '../../../platform/operation/index.ts'
import { ask } from '../../../platform/operation/perform.ts'
import { type AccountRef, accountIdOf } from '../domain/account.ts'
import { post, sealJournal } from '../index.ts'
import { listAccounts } from './list-accounts.ts'
import { showAccount } from './show-account.ts'
import { showPosting } from './show-posting.ts'

let system: TestSystem
let world: World
let finance: Actor
let cash: AccountRef
let postingIds: string[]

beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  finance = staffOf(system.runtime, world.operator, 'finance')
  const { networkId, operator, clinic } = world
  const personId = await world.makePerson('沈知夏')
  cash = { networkId, party: { kind: 'institution', id: operator }, purpose: 'cash' }
  const toShare: AccountRef = { ...cash, purpose: 'to-share' }
  const receivable: AccountRef = { networkId, party: { kind: 'person', id: personId }, purpose: 'receivable' }
  const share: AccountRef = { networkId, party: { kind: 'institution', id: clinic }, purpose: 'share' }
  const postOne = (what: 'bill' | 'payment' | 'settlement', debit: AccountRef, credit: AccountRef, amountFen: bigint, place: number) =>
    overNetwork(system.runtime, (work) =>
      post(work, {
        source: `${what}:${place}`,
        what,
        date: '2026-11-23' as PlainDate,
        subject: {},
        transfers: [{ debit, credit, amountFen }],
      }),
    )
  postingIds = []
  for (let place = 1; place <= 60; place += 1) {
    postingIds.push(await postOne('bill', receivable, toShare, BigInt(place * 100), place))
    postingIds.push(await postOne('payment', cash, receivable, BigInt(place * 100), place))
    if (place % 25 === 0) await overNetwork(system.runtime, ({ db, now }) => sealJournal(db, now))
  }
  await postOne('settlement', toShare, share, 5000n, 1)
})
afterAll(() => system.close())

async function read<Asked extends Query>(query: Asked, actor: Actor, input: object) {
  const answer = await ask(system.runtime, query as unknown as Operation as Query, actor, input, 'test')
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value as Awaited<ReturnType<Asked['run']>> extends infer Result
    ? Result extends { ok: true; value: infer Value }
      ? Value
      : never
    : never
}

test('the accounts show who is owed what, persons as on the own card, and sums that agree with them', async () => {
  const { items, totals } = await read(listAccounts, finance, {})
  expect(items.map(({ purpose, party, balanceFen }) => [purpose, party.name?.zh, balanceFen])).toEqual([
    ['cash', '运营', 183_000],
    ['receivable', '沈知夏', 0],
    ['share', '诊所', 5000],
    ['to-share', '运营', 178_000],
  ])
  for (const { purpose, balanceFen } of totals) expect(items.find((item) => item.purpose === purpose)?.balanceFen).toBe(balanceFen)
  const sums = totals.reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0)
  expect([totals.length, sums]).toEqual([4, 0])
})

test('page by page each balance is the one before it and its amount, down to the first entry', async () => {
  const accountId = accountIdOf(cash)
  const entries: { amountFen: number; balanceFen: number }[] = []
  for (let after: string | undefined; ; ) {
    const page = await read(showAccount, finance, after ? { accountId, after } : { accountId })
    entries.push(...page.items)
    if (!page.next) break
    after = page.next
  }
  expect(entries).toHaveLength(60)
  for (const [place, { amountFen, balanceFen }] of entries.entries())
    expect(balanceFen - amountFen).toBe(entries[place + 1]?.balanceFen ?? 0)
  expect(entries[0]?.balanceFen).toBe(183_000)
})

test('a posting says which block seals it, and that it is not sealed yet', async () => {
  const [first, last] = [postingIds[0], postingIds.at(-1)]
  expect((await read(showPosting, finance, { postingId: first })).seal).toMatchObject({ block: 1 })
  expect((await read(showPosting, finance, { postingId: last })).seal).toBeNull()
})

test('another party of the network sees its own share account, without the cashier’s accounts and sums', async () => {
  const guest = staffOf(system.runtime, world.clinic, 'finance')
  const { items, totals } = await read(listAccounts, guest, {})
  expect(items.map(({ purpose }) => purpose)).toEqual(['share'])
  expect(totals).toEqual([])
  const { items: entries } = await read(showAccount, guest, { accountId: items[0]?.id })
  expect(entries).toMatchObject([{ amountFen: 5000, counter: null }])
})
