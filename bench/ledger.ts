import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Id } from '../src/kernel/id.ts'
import type { PlainDate } from '../src/kernel/time.ts'
import { type AccountRef, post } from '../src/modules/ledger/index.ts'
import { systemClock } from '../src/platform/clock/index.ts'
import type { Runtime } from '../src/platform/operation/runtime.ts'
import { runChaos } from '../test/support/chaos.ts'
import { overNetwork } from '../test/support/work.ts'
import { makeWorld } from '../test/support/world.ts'
import { type Bench, type Figure, median, round } from './figure.ts'
import { fsyncsPerSecond, openBenchSystem } from './system.ts'

const connections = 8
const rounds = 15
const seconds = 1
const aim = 0.5
const firstTransfers = 2000
const sizes = { 'ledger.post.ratio': 10_000, 'ledger.hot.ratio': 10 } as const

type Transfer = (debit: number, credit: number, amountFen: bigint) => Promise<unknown>

/** One transfer per transaction, durable: our `post` under row-level security against a double-entry function in PL/pgSQL that locks balances. */
export const ledger: Bench = {
  figures: Object.keys(sizes),
  async run(progress) {
    const system = await openBenchSystem(connections, systemClock())
    const peerPool = new pg.Pool({ connectionString: system.ownerUrl, max: connections })
    try {
      const { networkId } = await makeWorld(system.runtime)
      await system.owner.query(peerSchema)
      const figures: Figure[] = []
      for (const [figure, accounts] of Object.entries(sizes)) {
        const own = await ownTransfers(system.runtime, networkId, accounts)
        const peer = await peerTransfers(peerPool, accounts)
        for (const transfer of [own, peer]) await fill(transfer, accounts)
        await system.owner.query('vacuum analyze')
        const rates = { own: [] as number[], peer: [] as number[] }
        for (let turn = 0; turn <= rounds; turn += 1) {
          const [ownRate, peerRate] = [await rateOf(own, accounts), await rateOf(peer, accounts)]
          progress(`${figure} round ${turn} of ${rounds}: ${round(ownRate, 0)}/s against ${round(peerRate, 0)}/s`)
          if (turn === 0) continue // warms up
          rates.own.push(ownRate)
          rates.peer.push(peerRate)
        }
        const ratios = rates.own.map((rate, turn) => rate / (rates.peer[turn] ?? Number.NaN))
        const value = round(median(ratios))
        figures.push({
          figure,
          value,
          unit: 'transfers per second of ours to those of the function',
          aim: `>= ${aim}`,
          met: value >= aim,
          peer: 'double-entry function in PL/pgSQL, balances locked in order',
          peerValue: round(median(rates.peer), 0),
          ratio: value,
          detail: {
            accounts,
            connections,
            ownPerSecond: round(median(rates.own), 0),
            ratios: ratios.map((ratio) => round(ratio)),
            fsyncsPerSecond: fsyncsPerSecond(system.folder),
          },
        })
      }
      await assertBalanced(system.owner)
      return figures
    } finally {
      await peerPool.end()
      await system.close()
    }
  },
}

/** Both begin with every account used and rows in all their tables, so that nothing is opened and no plan is made for an empty table. */
async function fill(transfer: Transfer, accounts: number): Promise<void> {
  let next = 0
  const all = Math.max(accounts, firstTransfers)
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let place = next++; place < all; place = next++) await transfer(place % accounts, (place + 1) % accounts, 1n)
    }),
  )
}

const chaosKills = 30
const chaosClients = 8

/** Deposits over HTTP while server and database are killed: what is out of balance, missing or there twice in the end. */
export const ledgerChaos: Bench = {
  figures: ['ledger.chaos.imbalance', 'ledger.chaos.lost', 'ledger.chaos.twice'],
  async run(progress) {
    const { lost, twice, imbalanceFen, verified, ...rest } = await runChaos(chaosKills, chaosClients, (line) =>
      progress(`ledger.chaos ${line}`),
    )
    if (verified.wrong) throw new Error(`the books do not verify: ${JSON.stringify(verified.wrong)}`)
    const detail = { ...rest, sealedPostings: verified.sealedRows, notYetSealed: verified.notYetSealed }
    const none = (figure: string, value: number, unit: string): Figure => ({ figure, value, unit, aim: '= 0', met: value === 0, detail })
    return [
      none('ledger.chaos.imbalance', Number(imbalanceFen), 'fen over all accounts'),
      none('ledger.chaos.lost', lost, 'acknowledged requests that are not in the books'),
      none('ledger.chaos.twice', twice, 'postings beyond one for each request'),
    ]
  },
}

/** Transfers per second of as many callers as connections, each between two accounts taken at random. */
async function rateOf(transfer: Transfer, accounts: number): Promise<number> {
  const begun = performance.now()
  let done = 0
  const random = () => Math.floor(Math.random() * accounts)
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() - begun < seconds * 1000) {
        const debit = random()
        const credit = (debit + 1 + Math.floor(Math.random() * (accounts - 1))) % accounts
        await transfer(debit, credit, BigInt(1 + random()))
        done += 1
      }
    }),
  )
  return done / ((performance.now() - begun) / 1000)
}

async function ownTransfers(runtime: Runtime, networkId: Id<'network'>, accounts: number): Promise<Transfer> {
  const refs: AccountRef[] = Array.from({ length: accounts }, () => ({
    networkId,
    party: { kind: 'person', id: randomUUID() },
    purpose: 'deposit',
  }))
  const date = '2026-11-23' as PlainDate
  const transfer: Transfer = (debit, credit, amountFen) => {
    const source = `bench:${randomUUID()}`
    const transfers = [{ debit: refs[debit] as AccountRef, credit: refs[credit] as AccountRef, amountFen }]
    return overNetwork(runtime, (work) => post(work, { source, what: 'deposit', date, subject: {}, transfers }))
  }
  return transfer
}

const peerSchema = `
  create schema peer;
  create table peer.account (id bigint primary key, currency text not null, balance bigint not null default 0, version bigint not null default 0);
  create table peer.transfer (id bigint generated always as identity primary key, source text not null unique, debit_id bigint not null references peer.account,
    credit_id bigint not null references peer.account, amount bigint not null check (amount > 0), at timestamptz not null);
  create table peer.entry (id bigint generated always as identity primary key, transfer_id bigint not null references peer.transfer,
    account_id bigint not null references peer.account, amount bigint not null, balance bigint not null);
  create index on peer.entry (account_id, id);
  create function peer.move(p_source text, p_debit bigint, p_credit bigint, p_amount bigint, p_at timestamptz) returns bigint language plpgsql as $$
  declare
    debit peer.account; credit peer.account; moved bigint;
  begin
    perform from peer.account where id in (p_debit, p_credit) order by id for update;
    update peer.account set balance = balance + p_amount, version = version + 1 where id = p_debit returning * into debit;
    update peer.account set balance = balance - p_amount, version = version + 1 where id = p_credit returning * into credit;
    if debit.currency <> credit.currency then raise exception 'two currencies'; end if;
    insert into peer.transfer (source, debit_id, credit_id, amount, at) values (p_source, p_debit, p_credit, p_amount, p_at) returning id into moved;
    insert into peer.entry (transfer_id, account_id, amount, balance) values (moved, p_debit, p_amount, debit.balance), (moved, p_credit, -p_amount, credit.balance);
    return moved;
  end $$;`

async function peerTransfers(pool: pg.Pool, accounts: number): Promise<Transfer> {
  await pool.query('truncate peer.account cascade')
  await pool.query(`insert into peer.account (id, currency) select place, 'CNY' from generate_series(0, $1::int - 1) place`, [accounts])
  return (debit, credit, amountFen) =>
    pool.query({
      name: 'move',
      text: 'select peer.move($1, $2, $3, $4, $5)',
      values: [`bench:${randomUUID()}`, debit, credit, amountFen, new Date()],
    })
}

async function assertBalanced(owner: pg.Client): Promise<void> {
  const { rows } =
    await owner.query(`select (select count(*) from ledger.transfer) as transfers, (select count(*) from ledger.posting) as postings,
    (select sum(balance) from peer.account) as balance`)
  if (rows[0].transfers !== rows[0].postings || Number(rows[0].balance) !== 0) throw new Error('a transfer is missing')
}
