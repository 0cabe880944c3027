import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSystem, type TestSystem } from '../../../test/support/system.ts'
import { overNetwork } from '../../../test/support/work.ts'
import { makeWorld } from '../../../test/support/world.ts'
import type { PlainDate } from '../../kernel/time.ts'
import { type AccountRef, post, sealJournal, verifyLedger } from './index.ts'

let system: TestSystem
let postingId: string
beforeAll(async () => {
  system = await createTestSystem()
  const { networkId, operator } = await makeWorld(system.runtime)
  const refs: AccountRef[] = [
    { networkId, party: { kind: 'institution', id: operator }, purpose: 'cash' },
    { networkId, party: { kind: 'person', id: randomUUID() }, purpose: 'receivable' },
  ]
  const [debit, credit] = refs as [AccountRef, AccountRef]
  for (let place = 1; place <= 6; place += 1) {
    const transfers = [{ debit, credit, amountFen: BigInt(place) }]
    postingId = await overNetwork(system.runtime, (work) =>
      post(work, { source: `test:${place}`, what: 'payment', date: '2026-11-23' as PlainDate, subject: {}, transfers }),
    )
    if (place === 3 || place === 6) await overNetwork(system.runtime, ({ db, now }) => sealJournal(db, now))
  }
})
afterAll(() => system.close())

const verify = () => overNetwork(system.runtime, ({ db }) => verifyLedger(db))

test('sealed books verify', async () => {
  expect(await verify()).toMatchObject({ wrong: null, sealedRows: 6, blocks: 2, notYetSealed: 0 })
})

test.each([
  ['an amount', 'update ledger.transfer set amount_fen = amount_fen + $2 where posting_id = $1', 'row-changed'],
  ['a date', `update ledger.posting set date = date + $2::int where id = $1`, 'row-changed'],
  ['a closed balance', 'update ledger.balance set debit_fen = debit_fen + $2 where $1::uuid is not null', 'balance-wrong'],
  ['a total', 'update ledger.purpose_total set credit_fen = credit_fen + $2 where $1::uuid is not null', 'total-wrong'],
])('%s that was changed is named', async (_, statement, what) => {
  await system.owner.query(statement, [postingId, 1])
  expect(await verify()).toMatchObject({ wrong: { what } })
  await system.owner.query(statement, [postingId, -1])
  expect(await verify()).toMatchObject({ wrong: null })
})

test('an account that was given to another is named', async () => {
  const {
    rows: [{ id, party_id: partyId }],
  } = await system.owner.query(`select id, party_id from ledger.account where party_kind = 'person'`)
  await system.owner.query('update ledger.account set party_id = gen_random_uuid() where id = $1', [id])
  expect(await verify()).toMatchObject({ wrong: { what: 'account-changed', id } })
  await system.owner.query('update ledger.account set party_id = $2 where id = $1', [id, partyId])
})

test('the database itself refuses a transfer of nothing, to itself, or between two currencies', async () => {
  const { rows } = await system.owner.query('select id from ledger.account order by id')
  const [a, b] = rows.map(({ id }) => id)
  const insert = (debit: string, credit: string, amount: number, currency: string) =>
    system.owner.query(
      `insert into ledger.transfer (posting_id, place, debit_id, credit_id, amount_fen, currency, institution_ids) values ($1, 9, $2, $3, $4, $5, '{}')`,
      [postingId, debit, credit, amount, currency],
    )
  await expect(insert(a, b, 0, 'CNY')).rejects.toThrow('transfer_amount_fen_check')
  await expect(insert(a, a, 1, 'CNY')).rejects.toThrow('transfer_check')
  await expect(insert(a, b, 1, 'USD')).rejects.toThrow('foreign key')
})
