import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Proceeds, ProceedsCharge } from '../domain/proceeds.ts'
import type { Waiting } from '../domain/statement.ts'
import { fromFenJson, toFenJson } from './fen-json.ts'

/** Writes a row, and answers whether it was new; a source that is there already is left as it is. */
export async function insertProceeds(work: Work, row: Proceeds): Promise<boolean> {
  const { collectorId, charges } = row
  const { names: _, ...service } = row.service // the names of today are found again when they are needed
  const seenBy = [collectorId, service.hostId, service.offererId, ...service.resources.map(({ ownerId }) => ownerId)]
  const { rows } = await sql`
    insert into ledger.proceeds (id, source, network_id, collector_id, service_id, visit_id, person_id, name_zh, name_en, service_date,
      happened_at, reason, service, charges, payments, net_fen, institution_ids, recorded_at)
    values (${work.newId()}, ${row.source}, ${row.networkId}, ${collectorId}, ${row.serviceId}, ${row.visitId}, ${row.personId},
      ${row.name.zh}, ${row.name.en}, ${row.serviceDate}, ${row.happenedAt}, ${row.reason}, ${toFenJson(service)}, ${toFenJson(charges)},
      ${toFenJson(row.payments)}, ${String(sumOf(charges.map(({ netFen }) => netFen)))}, ${[...new Set(seenBy)]}, ${work.now})
    on conflict on constraint proceeds_once do nothing returning id`.execute(work.db)
  return rows.length === 1
}

export async function findNet({ db }: Work, source: string): Promise<bigint | undefined> {
  const { rows } = await sql<{ netFen: bigint }>`select net_fen from ledger.proceeds where source = ${source}`.execute(db)
  return rows[0]?.netFen
}

type Row = Omit<Waiting, 'name' | 'service' | 'charges' | 'payments'> & {
  readonly nameZh: string
  readonly nameEn: string
  readonly service: string
  readonly charges: string
  readonly payments: string
}

/** What happened before a moment and is in no settlement, in the order in which it happened. */
export async function listWaiting({ db }: Work, networkId: Id<'network'>, before: Instant): Promise<Waiting[]> {
  const { rows } = await sql<Row>`
    select p.id, p.source, p.network_id, p.collector_id, p.service_id, p.visit_id, p.person_id, p.name_zh, p.name_en, p.service_date,
      p.happened_at, p.reason, p.service::text, p.charges::text, p.payments::text
    from ledger.proceeds p
    where p.network_id = ${networkId} and p.happened_at < ${before}
      and not exists (select from ledger.settled_proceeds s where s.proceeds_id = p.id)
    order by p.happened_at, p.id`.execute(db)
  return rows.map(({ nameZh, nameEn, service, charges, payments, ...row }) => ({
    ...row,
    name: { zh: nameZh, en: nameEn },
    service: fromFenJson(service),
    charges: fromFenJson(charges),
    payments: fromFenJson(payments),
  }))
}

/** What earlier settlements have divided of a service, and by which versions. */
export type Divided = { readonly charges: readonly ProceedsCharge[]; readonly versionIds: readonly string[] }

export async function findDivided({ db }: Work, serviceIds: readonly string[]): Promise<ReadonlyMap<string, Divided>> {
  const { rows } = await sql<{ serviceId: string; charges: string; versionIds: string[] }>`
    select p.service_id, p.charges::text, d.version_ids
    from ledger.proceeds p
    join ledger.settled_proceeds s on s.proceeds_id = p.id
    join ledger.settled_service d on d.settlement_id = s.settlement_id and d.service_id = p.service_id
    where p.service_id = any (${serviceIds}::uuid[]) order by p.happened_at, p.id`.execute(db)
  const divided = new Map<string, { charges: ProceedsCharge[]; versionIds: string[] }>()
  for (const { serviceId, charges, versionIds } of rows) {
    const known = divided.get(serviceId) ?? { charges: [], versionIds: [] }
    known.charges.push(...fromFenJson<ProceedsCharge[]>(charges))
    known.versionIds = [...new Set([...known.versionIds, ...versionIds])]
    divided.set(serviceId, known)
  }
  return divided
}

/** Names of persons as the cashier has them, else as any institution of the network has them. */
export async function findCardNames({ db }: Work, personIds: readonly string[], cashierId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select distinct on (person_id) person_id, name from people.published_card where person_id = any (${personIds}::uuid[])
    order by person_id, (institution_id = ${cashierId}) desc, institution_id`.execute(db)
  return new Map(rows.map(({ personId, name }) => [personId, name]))
}
