import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { divideByWeights, percentOf, sumOf } from '../../../kernel/money.ts'
import type { Transfer } from '../../ledger/index.ts'
import {
  answer,
  type Bill,
  type BillLine,
  isSettled,
  openOf,
  type Parts,
  pay,
  payBack,
  refund,
  remaining,
  stateOf,
  totalOf,
} from './bill.ts'
import { asked, type Parties, paid, payerPaid, payerRefused } from './posting.ts'

const parties: Parties = {
  networkId: 'n' as Id<'network'>,
  collectorId: 'collector',
  personId: 'person',
  payer: { id: 'payer', name: { zh: '', en: '' } },
}

/** A product with a copay and a share of the rest, enough to move parts between lines. */
function divide(
  lists: readonly (readonly [Id<'charge'>, bigint])[],
  [copay, percent]: readonly [bigint, bigint],
): Map<Id<'charge'>, Parts> {
  const nets = lists.map(([, list]) => list - percentOf(list, 500n))
  const net = sumOf(nets)
  const patient = net < copay ? net : copay + percentOf(net - copay, percent)
  const patients = net === 0n ? nets : divideByWeights(patient, nets)
  return new Map(
    lists.map(([id, listFen], place) => {
      const [netFen = 0n, patientFen = 0n] = [nets[place], patients[place]]
      return [id, { listFen, discountFen: listFen - netFen, payerFen: netFen - patientFen, patientFen }]
    }),
  )
}

function issue(lists: readonly bigint[], plan: readonly [bigint, bigint]): Bill {
  const named = lists.map((list, place) => [`charge-${place}` as Id<'charge'>, list] as const)
  const lines = [...divide(named, plan)].map(
    ([chargeId, part]): BillLine => ({ ...part, chargeId, serviceId: 's' as Id<'service'>, name: { zh: '', en: '' }, refusedFen: 0n }),
  )
  return { issuedFen: sumOf(lists), lines, patientPaidFen: 0n, payerPaidFen: 0n, answered: false, recorded: false }
}

class Accounts {
  readonly balances = new Map<string, bigint>()
  post(transfers: readonly Transfer[]): void {
    for (const { debit, credit, amountFen } of transfers) {
      expect(amountFen).toBeGreaterThan(0n)
      this.add(debit, amountFen)
      this.add(credit, -amountFen)
    }
  }
  of = (kind: string, purpose: string): bigint => this.balances.get(`${kind}/${purpose}`) ?? 0n
  private add({ party, purpose }: Transfer['debit'], amountFen: bigint): void {
    const key = `${party.kind}/${purpose}`
    this.balances.set(key, (this.balances.get(key) ?? 0n) + amountFen)
  }
}

const money = fc.bigInt(0n, 500_000n)
const step = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), amount: fc.bigInt(1n, 300_000n) }),
  fc.record({ kind: fc.constant('refund' as const), place: fc.nat(5), amount: money }),
  fc.record({ kind: fc.constant('answer' as const), refusedPercent: fc.bigInt(0n, 10_000n) }),
)
const plan = fc.tuple(fc.bigInt(0n, 30_000n), fc.bigInt(0n, 10_000n))

/** What the payer says of what the bill asks now. */
const sayingOf = (bill: Bill, refusedPercent: bigint) =>
  bill.lines.map(({ chargeId, payerFen }) => {
    const refusedFen = percentOf(payerFen, refusedPercent)
    return { chargeId, refusedFen, paidFen: payerFen - refusedFen }
  })

class Life {
  readonly accounts = new Accounts()
  bill: Bill
  private readonly plan: readonly [bigint, bigint]
  constructor(lists: readonly bigint[], terms: readonly [bigint, bigint]) {
    this.plan = terms
    this.bill = issue(lists, terms)
    this.accounts.post(asked(parties, this.bill.lines))
  }
  pay(amount: bigint): void {
    const done = pay(this.bill, amount)
    if (!done.ok) return
    this.bill = done.value
    this.accounts.post(paid(parties, 'cash', amount))
  }
  refund(place: number, amount: bigint): void {
    const line = this.bill.lines[place]
    const left = remaining(this.bill, line ? [{ chargeId: line.chargeId, amountFen: amount }] : [])
    if (!left.ok) return
    const done = refund(this.bill, divide([...left.value], this.plan))
    this.bill = done.bill
    this.accounts.post([...asked(parties, done.changes), ...paid(parties, 'cash', -done.paybackFen)])
  }
  answer(refusedPercent: bigint): void {
    const done = answer(this.bill, sayingOf(this.bill, refusedPercent))
    this.bill = done.bill
    this.accounts.post([...payerPaid(parties, done.paidFen), ...payerRefused(parties, done.refused)])
  }
  check(): void {
    const { bill, accounts } = this
    for (const line of [...bill.lines, totalOf(bill.lines)]) {
      expect(line.listFen).toBe(line.discountFen + line.payerFen + line.patientFen)
      expect(line.refusedFen <= line.payerFen && line.refusedFen >= 0n).toBe(true)
    }
    const open = openOf(bill)
    expect(accounts.of('person', 'receivable')).toBe(open.patientFen)
    expect(accounts.of('payer', 'receivable')).toBe(open.payerFen)
    expect(open.patientFen).toBeGreaterThanOrEqual(0n)
    expect(stateOf(bill) === 'to-pay').toBe(open.patientFen > 0n)
    const { listFen, discountFen, refusedFen } = totalOf(bill.lines)
    expect(accounts.of('institution', 'to-share')).toBe(-(listFen - discountFen - refusedFen))
  }
}

describe('a bill', () => {
  test('whatever happens to it, its parts sum to its list price and the accounts hold what is open', () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 5 }), plan, fc.array(step, { maxLength: 12 }), (lists, terms, steps) => {
        const life = new Life(lists, terms)
        for (const one of steps) {
          if (one.kind === 'pay') life.pay(one.amount)
          else if (one.kind === 'refund') life.refund(one.place, one.amount)
          else life.answer(one.refusedPercent)
          life.check()
        }
      }),
    )
  })

  test('taken back whole, with the payer’s last answer, it leaves every account at zero', () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 4 }), plan, fc.array(step, { maxLength: 8 }), (lists, terms, steps) => {
        const life = new Life(lists, terms)
        for (const one of steps) {
          if (one.kind === 'pay') life.pay(one.amount)
          else if (one.kind === 'refund') life.refund(one.place, one.amount)
          else life.answer(one.refusedPercent)
        }
        for (const [place, { listFen }] of life.bill.lines.entries()) life.refund(place, listFen)
        life.answer(0n)
        for (const balance of life.accounts.balances.values()) expect(balance).toBe(0n)
        expect(isSettled(life.bill)).toBe(true)
      }),
    )
  })

  test('takes no more than is open, and no refund above what is left of a line', () => {
    const bill = issue([168_000n], [10_000n, 1_000n])
    expect(openOf(bill)).toEqual({ patientFen: 24_960n, payerFen: 134_640n })
    expect(pay(bill, 24_961n)).toMatchObject({ refusal: { code: 'billing.more-than-open', details: { open: '¥249.60' } } })
    const done = pay(bill, 24_960n)
    expect(done.ok && stateOf(done.value)).toBe('paid')
    expect(done.ok && pay(done.value, 1n)).toMatchObject({ refusal: { code: 'billing.nothing-open' } })
    const chargeId = 'charge-0' as Id<'charge'>
    expect(remaining(bill, [{ chargeId, amountFen: 168_001n }])).toMatchObject({ refusal: { code: 'billing.refund-above-line' } })
    expect(
      remaining(bill, [
        { chargeId, amountFen: 100_000n },
        { chargeId, amountFen: 68_001n },
      ]),
    ).toMatchObject({ ok: false })
    expect(remaining(bill, [{ chargeId, amountFen: 0n }])).toMatchObject({ refusal: { code: 'billing.refund-nothing' } })
  })

  test('pays back from the newest payment on', () => {
    const payments = [
      { id: 'cash', leftFen: 10_000n },
      { id: 'card', leftFen: 5_000n },
    ]
    const back = payBack(payments, 7_000n)
    expect(back.map(({ payment, amountFen }) => [payment.id, amountFen])).toEqual([
      ['card', 5_000n],
      ['cash', 2_000n],
    ])
  })
})
