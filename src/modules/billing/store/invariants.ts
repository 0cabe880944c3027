import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { findOtherProceeds } from '../../ledger/index.ts'
import { billToPay, refundToMake } from '../commands/charge-service.ts'

const rowsOf = async (db: Database, query: RawBuilder<unknown>): Promise<readonly object[]> => (await query.execute(db)).rows as object[]

/** What each line is by now: as issued, less what was given back and what the payer refused. */
const lines = sql`
  select bill_id, charge_id, list_fen, discount_fen, payer_fen, patient_fen, 0::bigint as refused_fen from billing.bill_line
  union all select bill_id, charge_id, list_fen, discount_fen, payer_fen, patient_fen, refused_fen from billing.refund_line
  union all select bill_id, charge_id, 0, 0, 0, 0, refused_fen from billing.payer_answer_line`

export const billingInvariants: readonly Invariant[] = [
  {
    name: 'billing.lines-are-charges',
    zh: '账单每一行都是对应收费项目的原价',
    en: 'every line of a bill is the list price of its charge',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select l.bill_id, l.charge_id, l.list_fen, c.amount_fen from billing.bill_line l join billing.charge c on c.id = l.charge_id
          where l.list_fen <> c.amount_fen order by l.bill_id, l.charge_id limit ${mostBroken}`,
      ),
  },
  {
    name: 'billing.bills-add-up',
    zh: '账单合计等于各行之和：原价 = 折扣 + 保险 + 自付',
    en: 'a bill is the sum of its lines: list price = discount + payer + patient',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select b.id as bill_id, b.number, b.list_fen, s.list_fen as lines_fen from billing.bill b
          left join (select bill_id, sum(list_fen) as list_fen, sum(discount_fen) as discount_fen, sum(payer_fen) as payer_fen,
            sum(patient_fen) as patient_fen, sum(refused_fen) as refused_fen from (${lines}) l group by bill_id) s on s.bill_id = b.id
          where (b.list_fen, b.discount_fen, b.payer_fen, b.patient_fen, b.refused_fen)
            is distinct from (s.list_fen, s.discount_fen, s.payer_fen, s.patient_fen, s.refused_fen) order by b.id limit ${mostBroken}`,
      ),
  },
  {
    name: 'billing.payments-add-up',
    zh: '账单已付金额等于患者与保险的付款之和',
    en: 'what a bill says was paid is the sum of the payments of patient and payer',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select b.id as bill_id, b.number, b.patient_paid_fen, coalesce(p.fen, 0) as payments_fen, b.payer_paid_fen, coalesce(a.fen, 0) as answers_fen
          from billing.bill b left join (select bill_id, sum(amount_fen) as fen from billing.payment group by bill_id) p on p.bill_id = b.id
          left join (select bill_id, sum(paid_fen) as fen from billing.payer_answer group by bill_id) a on a.bill_id = b.id
          where b.patient_paid_fen <> coalesce(p.fen, 0) or b.payer_paid_fen <> coalesce(a.fen, 0) order by b.id limit ${mostBroken}`,
      ),
  },
  {
    name: 'billing.deposits-add-up',
    zh: '押金余额等于收、用、退之和',
    en: 'what is left of a deposit is the sum of its entries',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select d.person_id, d.collector_id, d.balance_fen, coalesce(e.fen, 0) as entries_fen from billing.deposit d
          left join (select person_id, collector_id, sum(amount_fen) as fen from billing.deposit_entry group by 1, 2) e
            on e.person_id = d.person_id and e.collector_id = d.collector_id
          where d.balance_fen <> coalesce(e.fen, 0) limit ${mostBroken}`,
      ),
  },
  {
    name: 'billing.proceeds-collected',
    zh: '交给结算的收入等于账单实收：自付 + 保险 − 拒付',
    en: 'what the settlement divides is what the bills collected: patient + payer − refused',
    findBroken: async (db) => {
      const { rows } = await sql<{
        id: string
        fen: bigint
      }>`select c.service_id as id, sum(l.patient_fen + l.payer_fen - l.refused_fen)::bigint as fen
        from (${lines}) l join billing.bill b on b.id = l.bill_id and b.recorded join billing.charge c on c.id = l.charge_id group by c.service_id`.execute(
        db,
      )
      return (await findOtherProceeds(db, rows)).slice(0, mostBroken)
    },
  },
  clockInvariant({
    name: 'billing.bills-owed',
    kind: billToPay,
    zh: '每张未付清的账单都有计时',
    en: 'a clock runs for every bill that the patient has to pay, and for nothing else',
    open: sql`select id from billing.bill where patient_paid_fen < patient_fen`,
  }),
  clockInvariant({
    name: 'billing.refunds-owed',
    kind: refundToMake,
    zh: '每项已撤回而未退清的服务都有计时',
    en: 'a clock runs for every withdrawn service that is still on a bill, and for nothing else',
    open: sql`select distinct s.id from billing.service s join billing.charge c on c.service_id = s.id
      join (select charge_id, sum(list_fen) as list_fen from (${lines}) l group by charge_id) l on l.charge_id = c.id
      where s.withdrawn_at is not null and l.list_fen > 0`,
  }),
]
