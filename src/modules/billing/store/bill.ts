import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Basis, DividedLine, Step } from '../domain/basis.ts'
import { type Bill, type BillLine, type BillState, stateOf, totalOf } from '../domain/bill.ts'
import type { BillingTables } from '../tables.ts'
import { fromJson, toJson } from './fen-json.ts'

const tables = ({ db }: Work) => db.withTables<BillingTables>()

/** What a bill is, beside its money. */
export type BillHead = {
  readonly id: Id<'bill'>
  readonly number: string
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly networkId: Id<'network'>
  readonly collectorId: Id<'institution'>
  readonly serviceDate: PlainDate
  readonly issuedAt: Instant
  readonly issuedBy: Id<'account'>
  readonly basis: Basis | null
  readonly steps: readonly Step[]
  readonly state: BillState
  readonly version: number
}
/** A line as it stands, with the charge that it asks for. */
export type KeptLine = BillLine &
  Omit<DividedLine, 'amountFen'> & {
    readonly quantity: number
    readonly issuedFen: bigint
    readonly at: Instant
    readonly denial: string | null
  }
export type KeptBill = Omit<BillHead, 'state'> & { readonly bill: Omit<Bill, 'lines'> & { readonly lines: readonly KeptLine[] } }

const headColumns = sql`b.id, b.number, b.visit_id, b.person_id, b.network_id, b.collector_id, b.service_date, b.issued_at, b.issued_by, b.basis,
  b.steps, b.issued_fen, b.patient_paid_fen, b.payer_paid_fen, b.answered, b.recorded, b.state, b.version`
type HeadRow = BillHead & Pick<Bill, 'issuedFen' | 'patientPaidFen' | 'payerPaidFen' | 'answered' | 'recorded'>

type LineRow = Omit<KeptLine, 'name'> & { readonly billId: Id<'bill'>; readonly nameZh: string; readonly nameEn: string }

async function withLines({ db }: Work, heads: readonly HeadRow[]): Promise<KeptBill[]> {
  if (heads.length === 0) return []
  const ids = heads.map(({ id }) => id)
  const { rows } = await sql<LineRow>`
    with change as (
      select charge_id, list_fen, discount_fen, payer_fen, patient_fen, refused_fen from billing.refund_line where bill_id = any (${ids}::uuid[])
      union all select charge_id, 0, 0, 0, 0, refused_fen from billing.payer_answer_line where bill_id = any (${ids}::uuid[])),
    changed as (
      select charge_id, sum(list_fen)::bigint as list_fen, sum(discount_fen)::bigint as discount_fen, sum(payer_fen)::bigint as payer_fen,
        sum(patient_fen)::bigint as patient_fen, sum(refused_fen)::bigint as refused_fen from change group by charge_id)
    select l.bill_id, l.charge_id, c.service_id, c.name_zh, c.name_en, c.category, c.system, c.item_code, c.quantity, s.service_date as date, s.at,
      l.denial, l.list_fen as issued_fen, l.list_fen + coalesce(d.list_fen, 0) as list_fen, l.discount_fen + coalesce(d.discount_fen, 0) as discount_fen,
      l.payer_fen + coalesce(d.payer_fen, 0) as payer_fen, l.patient_fen + coalesce(d.patient_fen, 0) as patient_fen,
      coalesce(d.refused_fen, 0) as refused_fen
    from billing.bill_line l join billing.charge c on c.id = l.charge_id join billing.service s on s.id = c.service_id
    left join changed d on d.charge_id = l.charge_id
    where l.bill_id = any (${ids}::uuid[]) order by s.at, s.id, c.id`.execute(db)
  return heads.map(({ state, issuedFen, patientPaidFen, payerPaidFen, answered, recorded, basis, steps, ...head }) => ({
    ...head,
    basis: fromJson<Basis | null>(basis),
    steps: fromJson<Step[]>(steps),
    bill: {
      issuedFen,
      patientPaidFen,
      payerPaidFen,
      answered,
      recorded,
      lines: rows
        .filter(({ billId }) => billId === head.id)
        .map(({ billId, nameZh, nameEn, ...line }) => ({ ...line, name: { zh: nameZh, en: nameEn } })),
    },
  }))
}

/** The bill as it stands, locked: whoever else changes it waits. */
export async function lockBill(work: Work, id: Id<'bill'>): Promise<KeptBill | undefined> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from billing.bill b where b.id = ${id} for update`.execute(work.db)
  return (await withLines(work, rows))[0]
}

export async function findBill(work: Work, id: Id<'bill'>): Promise<KeptBill | undefined> {
  const { rows } = await sql<HeadRow>`select ${headColumns} from billing.bill b where b.id = ${id}`.execute(work.db)
  return (await withLines(work, rows))[0]
}

/** The bills of a visit, the first first. */
export async function listBillsOfVisit(work: Work, visitId: Id<'visit'>): Promise<KeptBill[]> {
  const { rows } =
    await sql<HeadRow>`select ${headColumns} from billing.bill b where b.visit_id = ${visitId} order by b.issued_at, b.id`.execute(work.db)
  return withLines(work, rows)
}

type Issued = Omit<KeptBill, 'version' | 'bill'> & { readonly bill: Bill; readonly denials: ReadonlyMap<Id<'charge'>, string | null> }

/** Writes a new bill with its lines; a charge that is on another bill breaks its key. */
export async function insertBill(work: Work, { bill, denials, basis, steps, ...head }: Issued): Promise<void> {
  const { refusedFen, ...totals } = totalOf(bill.lines)
  await tables(work)
    .insertInto('billing.bill')
    .values({
      ...head,
      ...totals,
      refusedFen,
      basis: basis && toJson(basis),
      steps: toJson(steps),
      issuedFen: bill.issuedFen,
      state: stateOf(bill),
    })
    .execute()
  await tables(work)
    .insertInto('billing.billLine')
    .values(
      bill.lines.map(({ chargeId, listFen, discountFen, payerFen, patientFen }) => ({
        chargeId,
        billId: head.id,
        personId: head.personId,
        collectorId: head.collectorId,
        listFen,
        discountFen,
        payerFen,
        patientFen,
        denial: denials.get(chargeId) ?? null,
      })),
    )
    .execute()
}

/** Writes how a bill stands now; its lines follow from refunds and answers. */
export async function saveBill(
  work: Work,
  { id, bill, steps, version }: Pick<KeptBill, 'id' | 'steps' | 'version'> & { readonly bill: Bill },
): Promise<void> {
  const { patientPaidFen, payerPaidFen, answered, recorded } = bill
  await tables(work)
    .updateTable('billing.bill')
    .set({
      ...totalOf(bill.lines),
      patientPaidFen,
      payerPaidFen,
      answered,
      recorded,
      steps: toJson(steps),
      state: stateOf(bill),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute()
}

/** A row of a list of bills. */
export type BillRow = Pick<BillHead, 'id' | 'number' | 'visitId' | 'personId' | 'issuedAt' | 'serviceDate' | 'state'> & {
  readonly personName: string | null
  readonly nameZh: string
  readonly nameEn: string
  readonly listFen: bigint
  readonly discountFen: bigint
  readonly payerFen: bigint
  readonly patientFen: bigint
  readonly patientOpenFen: bigint
  readonly payerOpenFen: bigint
}

export type BillFilter = {
  readonly collectorId: Id<'institution'> | null
  readonly personId: Id<'person'> | null
  readonly state: BillState | null
  readonly from: Instant | null
  readonly until: Instant | null
  readonly visitId?: Id<'visit'>
}

/** Bills of a collector or of a person, the newest first. */
export async function listBillRows(
  { db, actor, now }: Work,
  { collectorId, personId, state, from, until, visitId }: BillFilter,
  after: { readonly issuedAt: string; readonly id: string } | null,
  limit: number,
): Promise<BillRow[]> {
  const { rows } = await sql<BillRow>`
    select b.id, b.number, b.visit_id, b.person_id, b.issued_at, b.service_date, b.state, card.name as person_name, first.name_zh, first.name_en,
      b.list_fen, b.discount_fen, b.payer_fen, b.patient_fen, b.patient_fen - b.patient_paid_fen as patient_open_fen,
      b.payer_fen - b.refused_fen - b.payer_paid_fen as payer_open_fen
    from billing.bill b
    join lateral (select s.name_zh, s.name_en from billing.bill_line l join billing.charge c on c.id = l.charge_id
      join billing.service s on s.id = c.service_id where l.bill_id = b.id order by s.at, s.id limit 1) first on true
    left join people.published_card card on card.institution_id = ${actor.institutionId} and card.person_id = b.person_id and card.visible_until > ${now}
    where (${collectorId}::uuid is null or b.collector_id = ${collectorId}::uuid) and (${personId}::uuid is null or b.person_id = ${personId}::uuid)
      and (${visitId ?? null}::uuid is null or b.visit_id = ${visitId ?? null}::uuid) and (${state}::text is null or b.state = ${state}::text)
      and (${from}::timestamptz is null or b.issued_at >= ${from}::timestamptz) and (${until}::timestamptz is null or b.issued_at < ${until}::timestamptz)
      and (${after?.issuedAt ?? null}::timestamptz is null or (b.issued_at, b.id) < (${after?.issuedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by b.issued_at desc, b.id desc limit ${limit}`.execute(db)
  return rows
}

/** What institutions are called. */
export async function findInstitutionNames({ db }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, Name>> {
  const { rows } = await sql<{ id: string; nameZh: string; nameEn: string }>`
    select id, name_zh, name_en from network.published_institution where id = any (${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
}
