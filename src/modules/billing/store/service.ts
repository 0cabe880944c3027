import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Charge, type DeliveredService, partsOf, type ServiceSubject } from '../domain/service.ts'
import type { BillingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BillingTables>()

export type KeptService = Omit<DeliveredService, 'charges'> & {
  readonly id: Id<'service'>
  readonly collectorId: Id<'institution'>
  readonly withdrawn: boolean
}
/** A charge with the service that it is of. */
export type KeptCharge = Charge & { readonly serviceId: Id<'service'> }

/** Writes a service with its charges; false: its subject has one already. */
export async function insertService(
  work: Work,
  id: Id<'service'>,
  collectorId: Id<'institution'>,
  { subject, visitId, personId, networkId, serviceDate, at, name, service, charges }: DeliveredService,
): Promise<boolean> {
  const institutionIds = [...new Set([collectorId, ...partsOf(service)])]
  const inserted = await tables(work)
    .insertInto('billing.service')
    .values({
      id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      visitId,
      personId,
      networkId,
      collectorId,
      institutionIds,
      serviceDate,
      at,
      nameZh: name.zh,
      nameEn: name.en,
      snapshot: JSON.stringify(service),
    })
    .onConflict((conflict) => conflict.columns(['subjectKind', 'subjectId']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return false
  const rows = charges.map(({ chargeId, name: chargeName, ...charge }) => ({
    ...charge,
    id: chargeId,
    serviceId: id,
    visitId,
    personId,
    institutionIds,
    nameZh: chargeName.zh,
    nameEn: chargeName.en,
  }))
  if (rows.length > 0) await tables(work).insertInto('billing.charge').values(rows).execute()
  return true
}

type ServiceRow = Omit<KeptService, 'subject' | 'name' | 'service' | 'withdrawn'> & {
  readonly subjectKind: ServiceSubject['kind']
  readonly subjectId: string
  readonly nameZh: string
  readonly nameEn: string
  readonly snapshot: KeptService['service']
  readonly withdrawnAt: string | null
}
const serviceOf = ({ subjectKind, subjectId, nameZh, nameEn, snapshot, withdrawnAt, ...row }: ServiceRow): KeptService => ({
  ...row,
  subject: { kind: subjectKind, id: subjectId },
  name: { zh: nameZh, en: nameEn },
  service: snapshot,
  withdrawn: withdrawnAt !== null,
})
const serviceColumns = sql`id, subject_kind, subject_id, visit_id, person_id, network_id, collector_id, service_date, at, name_zh, name_en,
  snapshot, withdrawn_at`

/** The services of a visit, the first first; locked: who bills or withdraws waits. */
export async function listServices({ db }: Work, visitId: Id<'visit'>, lock: 'locked' | 'as they are'): Promise<KeptService[]> {
  const { rows } = await sql<ServiceRow>`select ${serviceColumns} from billing.service where visit_id = ${visitId} order by at, id
    ${lock === 'locked' ? sql`for update` : sql``}`.execute(db)
  return rows.map(serviceOf)
}

export async function findServices({ db }: Work, ids: readonly Id<'service'>[]): Promise<ReadonlyMap<string, KeptService>> {
  const { rows } = await sql<ServiceRow>`select ${serviceColumns} from billing.service where id = any (${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, serviceOf(row)]))
}

export async function lockServiceOf({ db }: Work, { kind, id }: ServiceSubject): Promise<KeptService | undefined> {
  const { rows } = await sql<ServiceRow>`select ${serviceColumns} from billing.service
    where subject_kind = ${kind} and subject_id = ${id} for update`.execute(db)
  return rows.map(serviceOf)[0]
}

export async function saveWithdrawal(work: Work, id: Id<'service'>, withdrawReason: string): Promise<void> {
  await tables(work).updateTable('billing.service').set({ withdrawnAt: work.now, withdrawReason }).where('id', '=', id).execute()
}

type ChargeRow = Omit<KeptCharge, 'name'> & { readonly nameZh: string; readonly nameEn: string }

/** The charges of a visit that are on no bill and not withdrawn, service by service. */
export async function listOpenCharges({ db }: Work, visitId: Id<'visit'>): Promise<KeptCharge[]> {
  const { rows } = await sql<ChargeRow>`
    select c.id as charge_id, c.service_id, c.name_zh, c.name_en, c.category, c.system, c.item_code, c.quantity, c.amount_fen
    from billing.charge c join billing.service s on s.id = c.service_id
    where c.visit_id = ${visitId} and s.withdrawn_at is null and not exists (select from billing.bill_line l where l.charge_id = c.id)
    order by s.at, s.id, c.id`.execute(db)
  return rows.map(({ nameZh, nameEn, ...row }) => ({ ...row, name: { zh: nameZh, en: nameEn } }))
}

/** The bill that has charges of a service; undefined: none. */
export async function findBillOfService({ db }: Work, id: Id<'service'>): Promise<Id<'bill'> | undefined> {
  const { rows } = await sql<{ billId: Id<'bill'> }>`select l.bill_id from billing.bill_line l join billing.charge c on c.id = l.charge_id
    where c.service_id = ${id} limit 1`.execute(db)
  return rows[0]?.billId
}

/** What an institution diagnosed in a visit; the newest note counts. */
export async function saveDiagnoses(
  work: Work,
  { visitId, institutionId, personId, codes }: Diagnosed & { readonly institutionId: Id<'institution'> },
): Promise<void> {
  await tables(work)
    .insertInto('billing.diagnosis')
    .values({ visitId, institutionId, personId, codes: [...codes] })
    .onConflict((conflict) => conflict.columns(['visitId', 'institutionId']).doUpdateSet({ codes: [...codes] }))
    .execute()
}
export type Diagnosed = { readonly visitId: Id<'visit'>; readonly personId: Id<'person'>; readonly codes: readonly string[] }

/** All diagnoses of a visit; null: none is written yet. */
export async function findDiagnoses({ db }: Work, visitId: Id<'visit'>): Promise<string[] | null> {
  const { rows } = await sql<{
    codes: string[]
  }>`select codes from billing.diagnosis where visit_id = ${visitId} order by institution_id`.execute(db)
  const codes = new Set(rows.flatMap((row) => row.codes))
  return codes.size > 0 ? [...codes] : null
}
