import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CareWorld, makeCareWorld } from '../../../../test/support/care.ts'
import { makeMember, makePayer } from '../../../../test/support/cover.ts'
import { letPayerAnswer } from '../../../../test/support/payer.ts'
import { createTestSystem, type TestSystem } from '../../../../test/support/system.ts'
import { makeWorld, run, staffOf, tryCommand, type World } from '../../../../test/support/world.ts'
import { settle } from '../../../apps/worker.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { cancelOrder } from '../../care/commands/change-order.ts'
import { draftOrder, signOrders } from '../../care/index.ts'
import { settlePeriod } from '../../ledger/index.ts'
import { issueBill } from './issue-bill.ts'
import { makeRefund } from './make-refund.ts'
import { recordPayment } from './record-payment.ts'
import { setPrice } from './set-price.ts'

let system: TestSystem
let world: World
let care: CareWorld
let finance: Actor
let personId: Id<'person'>
let visitId: Id<'visit'>
let people = 0
beforeAll(async () => {
  system = await createTestSystem()
  world = await makeWorld(system.runtime)
  care = await makeCareWorld(system.runtime, world)
  finance = staffOf(system.runtime, world.operator, 'finance')
  await makePayer(system.runtime)
})
afterAll(() => system.close())
beforeEach(async () => {
  people += 1
  personId = await world.makePatient(`就诊人${people}`)
  await makeMember(system.runtime, world, personId, `HY-${people}`)
  visitId = await care.attend(personId)
})

const did = <Answer>(actor: Actor, command: unknown, input: object) => run<Answer>(system.runtime, actor, command, input)
const tried = (actor: Actor, command: unknown, input: object) => tryCommand(system.runtime, actor, command, input)
const rows = async <Row>(sql: string, ...values: unknown[]) => (await system.owner.query(sql, values)).rows as Row[]

type Ordered = { orderId: Id<'order'>; version: number }
async function order(itemCode: string, kind = 'laboratory', more: object = {}): Promise<Ordered> {
  const asked = { visitId, kind, itemCode, performerId: world.imaging, urgency: 'routine', ...more }
  const drafted = await did<Ordered>(care.clinician, draftOrder, asked)
  await did(care.clinician, signOrders, { visitId, orders: [drafted] })
  return { ...drafted, version: drafted.version + 1 }
}
const bill = async (): Promise<Id<'bill'>> => (await did<{ billId: Id<'bill'> }>(world.butler, issueBill, { visitId })).billId
const pay = (billId: string, amountFen: number, means = 'cash', reference?: string) =>
  tried(world.butler, recordPayment, { billId, amountFen, means, ...(reference ? { reference } : {}) })
type Row = {
  list: number
  discount: number
  payer: number
  patient: number
  paid: number
  state: string
  recorded: boolean
  version: number
}
async function shown(billId: string): Promise<Row> {
  const [row] = await rows<Row>(
    `select list_fen::int as list, discount_fen::int as discount, payer_fen::int as payer, patient_fen::int as patient,
      patient_paid_fen::int as paid, state, recorded, version from billing.bill where id = $1`,
    billId,
  )
  return row as Row
}
/** Balances of the accounts that the transfers of a bill moved, by purpose and party. */
const balances = async (billId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows<{ account: string; fen: string }>(
        `with moved as (select t.debit_id as id, t.amount_fen from ledger.transfer t join ledger.posting p on p.id = t.posting_id where p.bill_id = $1
          union all select t.credit_id, -t.amount_fen from ledger.transfer t join ledger.posting p on p.id = t.posting_id where p.bill_id = $1)
        select a.party_kind || ' ' || a.purpose as account, sum(m.amount_fen) as fen from moved m join ledger.account a on a.id = m.id
        group by 1 having sum(m.amount_fen) <> 0`,
        billId,
      )
    ).map(({ account, fen }) => [account, Number(fen)]),
  )
const linesOf = (billId: string) =>
  rows<{ id: string; category: string }>(
    'select c.id, c.category from billing.bill_line l join billing.charge c on c.id = l.charge_id where l.bill_id = $1 order by c.id',
    billId,
  )
const proceedsOf = (billId: string) =>
  rows<{ reason: string; net: number }>(
    `select reason, net_fen::int as net from ledger.proceeds where visit_id = (select visit_id from billing.bill where id = $1) order by happened_at, net_fen desc`,
    billId,
  )
const refundOf = async (billId: string, lines: { chargeId: string; amountFen: number | null }[]) =>
  tried(finance, makeRefund, { billId, version: (await shown(billId)).version, lines, reason: '当事人要求' })

describe('from the doctor to the settlement', () => {
  test('a visit and its order are charged, billed in one, paid by patient and payer, and settled to every party', async () => {
    await order('CBC')
    const billId = await bill()
    expect(await shown(billId)).toMatchObject({ list: 170_500, discount: 7_525, payer: 74_677, patient: 88_298, state: 'to-pay' })
    expect(await balances(billId)).toEqual({ 'person receivable': 88_298, 'payer receivable': 74_677, 'institution to-share': -162_975 })
    expect(await tried(world.butler, issueBill, { visitId })).toMatchObject({ refusal: { code: 'billing.nothing-to-bill' } })

    expect(await pay(billId, 50_000)).toMatchObject({ ok: true })
    expect(await pay(billId, 38_299)).toMatchObject({ refusal: { code: 'billing.more-than-open' } })
    expect(await pay(billId, 38_298, 'card')).toMatchObject({ refusal: { code: 'billing.reference-missing' } })
    expect(await pay(billId, 38_298, 'card', '8812')).toMatchObject({ ok: true })
    expect(await pay(billId, 1)).toMatchObject({ refusal: { code: 'billing.nothing-open' } })
    expect(await shown(billId)).toMatchObject({ state: 'paid', recorded: false })
    expect(await proceedsOf(billId)).toEqual([])

    await letPayerAnswer(system.runtime, billId)
    expect(await shown(billId)).toMatchObject({ state: 'paid', recorded: true })
    expect(await proceedsOf(billId)).toEqual([
      { reason: 'paid', net: 160_600 },
      { reason: 'paid', net: 2_375 },
    ])
    const clocks = await rows(`select state from commitments.commitment where kind = 'billing.bill-to-pay' and subject_id = $1`, billId)
    expect(clocks).toEqual([{ state: 'met' }])
  })

  test('the payer’s answer comes by its event, once', async () => {
    const billId = await bill()
    await pay(billId, (await shown(billId)).patient)
    await letPayerAnswer(system.runtime, billId, 1_000n)
    await settle(system.runtime)
    const [answer, ...more] = await rows<{ paid_fen: string; refused_fen: string }>(
      'select * from billing.payer_answer where bill_id = $1',
      billId,
    )
    expect(more).toEqual([])
    const [paid, refused] = [Number(answer?.paid_fen), Number(answer?.refused_fen)]
    const { payer, list, discount } = await shown(billId)
    expect(paid + refused).toBe(payer)
    expect(await proceedsOf(billId)).toEqual([
      { reason: 'paid', net: list - discount },
      { reason: 'refused', net: -refused },
    ])
    expect(await balances(billId)).toEqual({
      'institution cash': list - discount - payer,
      'institution bank': paid,
      'institution to-share': -(list - discount - refused),
    })
  })

  test('a second bill of the visit takes no second copay', async () => {
    await bill()
    await order('MR-KNEE', 'imaging')
    const second = await shown(await bill())
    // 680 less 5 %: 646.00, of it the patient pays 10 %
    expect(second).toMatchObject({ list: 68_000, discount: 3_400, patient: 6_460, payer: 58_140 })
  })
})

describe('an order', () => {
  test('without a price at who performs it is not signed', async () => {
    await did(staffOf(system.runtime, world.clinic, 'manager'), setPrice, {
      ...{ institutionId: world.clinic, system: 'lab', code: 'CBC', category: 'examination', amountFen: 100, validFrom: '2099-01-01' },
    })
    const { rows: services } = await system.owner.query('select count(*)::int as count from billing.service where visit_id = $1', [visitId])
    await system.owner.query(`delete from billing.price where code = 'ESR'`)
    const drafted = await did<Ordered>(care.clinician, draftOrder, {
      ...{ visitId, kind: 'laboratory', itemCode: 'ESR', performerId: world.imaging, urgency: 'routine' },
    })
    expect(await tried(care.clinician, signOrders, { visitId, orders: [drafted] })).toMatchObject({
      refusal: { code: 'billing.price-missing', details: { performer: { zh: '影像' } } },
    })
    expect(services).toEqual([{ count: 1 }])
  })

  test('cancelled before the bill leaves it, cancelled after it is owed back', async () => {
    const reason = '不做了'
    const dropped = await order('CBC')
    await did(care.clinician, cancelOrder, { ...dropped, reason })
    const billed = await order('CRP')
    const billId = await bill()
    expect(await shown(billId)).toMatchObject({ list: 170_000 })
    await did(care.clinician, cancelOrder, { ...billed, reason })
    const owed = () =>
      rows<{ state: string }>(
        `select c.state from commitments.commitment c join billing.service s on s.id = c.subject_id::uuid
          where c.kind = 'billing.refund-to-make' and s.subject_id = $1`,
        billed.orderId,
      )
    expect(await owed()).toEqual([{ state: 'running' }])
    expect(await refundOf(billId, [{ chargeId: billed.orderId, amountFen: null }])).toMatchObject({ ok: true })
    expect(await owed()).toEqual([{ state: 'met' }])
  })
})

describe('a refund', () => {
  const whole = async (billId: string) => (await linesOf(billId)).map(({ id }) => ({ chargeId: id, amountFen: null }))

  test('before anybody paid takes back what is asked', async () => {
    const billId = await bill()
    expect(await refundOf(billId, await whole(billId))).toMatchObject({ ok: true })
    expect(await balances(billId)).toEqual({})
    expect(await shown(billId)).toMatchObject({ list: 0, payer: 0, patient: 0, state: 'refunded' })
    const usage = await rows(
      'select sum(deductible_fen)::int as deductible, sum(benefit_fen)::int as benefit from coverage.usage where person_id = $1',
      personId,
    )
    expect(usage).toEqual([{ deductible: 0, benefit: 0 }])
  })

  test('in part is again minus before: the copay stays, the payer bears what he bore', async () => {
    await order('CBC')
    const billId = await bill()
    await pay(billId, 88_298)
    const [cbc] = (await linesOf(billId)).filter(({ category }) => category === 'examination')
    const lines = [{ chargeId: cbc?.id ?? '', amountFen: 2_501 }]
    expect(await refundOf(billId, lines)).toMatchObject({ refusal: { code: 'billing.refund-above-line' } })
    expect(await refundOf(billId, [{ chargeId: cbc?.id ?? '', amountFen: null }])).toMatchObject({ ok: true })
    // as if it had never been ordered: 1,406.00 less 100 and 500, of 806.00 the patient pays 80.60
    expect(await shown(billId)).toMatchObject({ list: 168_000, payer: 72_540, patient: 88_060, paid: 88_060, state: 'partly-refunded' })
    expect(await balances(billId)).toMatchObject({ 'institution cash': 88_060, 'payer receivable': 72_540 })
    const back = await rows('select means, amount_fen::int as fen from billing.payment where bill_id = $1 and amount_fen < 0', billId)
    expect(back).toEqual([{ means: 'cash', fen: -238 }])
  })

  test('after the payer has answered and the proceeds are recorded gives everything back, and he takes back what he paid', async () => {
    await order('CBC')
    const billId = await bill()
    await pay(billId, 88_298)
    await letPayerAnswer(system.runtime, billId, 500n)
    expect(await refundOf(billId, await whole(billId))).toMatchObject({ ok: true })
    const sums = await rows('select sum(net_fen)::int as net from ledger.proceeds where person_id = $1 group by service_id', personId)
    expect(sums).toEqual([{ net: 0 }, { net: 0 }])
    expect(Object.keys(await balances(billId)).toSorted()).toEqual(['institution bank', 'payer receivable'])
    await letPayerAnswer(system.runtime, billId)
    expect(await balances(billId)).toEqual({})
  })

  test('from an old look at the bill is refused', async () => {
    const billId = await bill()
    const { version } = await shown(billId)
    await pay(billId, 100)
    const lines = await whole(billId)
    expect(await tried(finance, makeRefund, { billId, version, lines, reason: '当事人要求' })).toMatchObject({
      refusal: { code: 'billing.bill-moved-on' },
    })
  })
})

/** Settles all that has happened until today, a day later. */
async function settleToday(): Promise<void> {
  const [last] = await rows<{ day: string }>(
    `select to_char(max(happened_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from ledger.proceeds`,
  )
  const clock = system.runtime.clock
  clock.setOffset(clock.offset() + 86_400_000)
  await did(finance, settlePeriod, { networkId: world.networkId, until: last?.day ?? '' })
}
/** What each party holds of the visit after all settlements, by the journal, and by the lines of its statements. */
async function sharesOfVisit(): Promise<{ posted: Record<string, number>; stated: Record<string, number> }> {
  const byParty = async (sql: string) =>
    Object.fromEntries((await rows<{ party: string; fen: string }>(sql, visitId)).map(({ party, fen }) => [party, Number(fen)]))
  const ofVisit = '(select id from billing.service where visit_id = $1)'
  return {
    posted:
      await byParty(`select a.party_id as party, sum(side.fen) as fen from ledger.transfer t join ledger.posting p on p.id = t.posting_id
      cross join lateral (values (t.credit_id, t.amount_fen), (t.debit_id, -t.amount_fen)) as side (account_id, fen)
      join ledger.account a on a.id = side.account_id and a.purpose = 'share' where p.what = 'settlement' and p.service_id in ${ofVisit}
      group by 1 having sum(side.fen) <> 0`),
    stated:
      await byParty(`select st.party_id as party, sum(l.amount_fen) as fen from ledger.statement_line l join ledger.statement st on st.id = l.statement_id
      join ledger.settled_service s on s.id = l.settled_service_id where s.service_id in ${ofVisit} group by 1 having sum(l.amount_fen) <> 0`),
  }
}

describe('a refund reverses charge, payment, split and statement to the fen', () => {
  /** A visit with an order, paid by both; the refund comes before or after its period is settled. */
  async function live(what: 'whole' | 'half a line and the order', when: 'before' | 'after') {
    await order('CBC')
    const billId = await bill()
    await pay(billId, (await shown(billId)).patient)
    await letPayerAnswer(system.runtime, billId)
    if (when === 'after') await settleToday()
    const lines = await linesOf(billId)
    const chosen = { professional: 74_001, examination: null } as Record<string, number | null>
    const asked = lines
      .filter(({ category }) => what === 'whole' || category in chosen)
      .map(({ id, category }) => ({ chargeId: id, amountFen: what === 'whole' ? null : (chosen[category] ?? null) }))
    expect(await refundOf(billId, asked)).toMatchObject({ ok: true })
    await letPayerAnswer(system.runtime, billId)
    await settleToday()
    const { posted, stated } = await sharesOfVisit()
    expect(stated).toEqual(posted)
    return { billId, posted }
  }
  const sum = (parts: Record<string, number>) => Object.values(parts).reduce((all, part) => all + part, 0)

  test.each(['before', 'after'] as const)('given back whole %s the period is settled, nobody holds anything', async (when) => {
    const { billId, posted } = await live('whole', when)
    expect(posted).toEqual({})
    expect(await balances(billId)).toEqual({})
  })

  test('given back in part, each party holds the same whether the period was settled before or after, and the parts are what was kept', async () => {
    const before = await live('half a line and the order', 'before')
    const kept = await shown(before.billId)
    expect(sum(before.posted)).toBe(kept.list - kept.discount)
    visitId = await care.attend(personId)
    const after = await live('half a line and the order', 'after')
    const keptAfter = await shown(after.billId)
    expect(after.posted).toEqual(before.posted)
    expect([keptAfter.list, keptAfter.discount]).toEqual([kept.list, kept.discount])
  })
})
