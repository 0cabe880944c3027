import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { FactKind } from '../domain/fact.ts'
import type { KnownParty, KnownSource } from '../domain/fhir/links.ts'
import { factSource } from '../domain/fhir/plan.ts'

const importLock = 7312

/** Bundles are written one after the other: two that name the same new person make one. */
export async function lockSources({ db }: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock})`.execute(db)
}

export async function findSources({ db }: Work, addresses: readonly string[]): Promise<KnownSource[]> {
  const { rows } = await sql<KnownSource>`
    select id, address, type, hash, version, person_id, institution_id, array(select hash from people.source_resource earlier
        where earlier.id = source.id and earlier.replaced_at is not null and source.person_id is null) as earlier
    from people.source_resource source where address = any (${addresses}::text[]) and replaced_at is null`.execute(db)
  return rows
}

export type Identifier = { readonly type: string; readonly system: string; readonly value: string }
/** `key` tells the answers apart. */
export type Asked = Identifier & { readonly key: string }

/** Who or what is known by these identifiers. */
export async function findParties({ db }: Work, asked: readonly Asked[]): Promise<(KnownParty & Pick<Asked, 'key'>)[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<KnownParty & Pick<Asked, 'key'>>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (key text, type text, system text, value text))
    select asked.key, asked.type, null::uuid as person_id, source.institution_id from asked
      join people.source_identifier known using (type, system, value)
      join people.source_resource source on source.id = known.source_id and source.replaced_at is null
    union all
    select asked.key, asked.type, person_id, null from asked join people.identifier using (system, value) where asked.type = 'Patient'`.execute(
    db,
  )
  return rows
}

export type KnownPerson = { readonly id: Id<'person'>; readonly name: string; readonly birthDate: PlainDate }

export async function findPersons({ db }: Work, ids: readonly Id<'person'>[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownPerson>`select id, name, birth_date from people.person where id = any (${ids}::uuid[])`.execute(db)
  return rows
}

export type NewIdentifier = { readonly system: string; readonly value: string; readonly personId: Id<'person'> }

/** What is known stays as it is. */
export async function writeIdentifiers({ db }: Work, identifiers: readonly NewIdentifier[]): Promise<void> {
  if (identifiers.length === 0) return
  await sql`insert into people.identifier (system, value, person_id)
    select system, value, "personId" from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as sent (system text, value text, "personId" uuid)
    on conflict do nothing`.execute(db)
}

export type NewSource = Omit<KnownSource, 'earlier'> & { readonly text: string; readonly identifiers: readonly Omit<Identifier, 'type'>[] }

/** Writes resources as they were sent; the version before of the same is replaced, never changed. */
export async function writeSources(work: Work, sources: readonly NewSource[], receivedBy: Id<'institution'>): Promise<void> {
  if (sources.length === 0) return
  const again = sources.filter(({ version }) => version > 1).map(({ id }) => id)
  if (again.length > 0)
    await sql`update people.source_resource set replaced_at = ${work.now} where id = any (${again}::uuid[]) and replaced_at is null`.execute(
      work.db,
    )
  const rows = sources.map(({ identifiers: _, ...source }) => source)
  await sql`
    insert into people.source_resource (id, version, address, type, person_id, institution_id, hash, resource, received_at, received_by)
    select id, version, address, type, "personId", "institutionId", hash, text::json, ${work.now}::timestamptz, ${receivedBy}::uuid
    from json_to_recordset(${JSON.stringify(rows)}::json) as sent (id uuid, version int, address text, type text, "personId" uuid,
      "institutionId" uuid, hash text, text text)`.execute(work.db)
  const parties = sources
    .filter(({ personId }) => personId === null)
    .flatMap(({ id, type, identifiers }) => identifiers.map((identifier) => ({ ...identifier, type, id })))
  if (parties.length > 0)
    await sql`insert into people.source_identifier (type, system, value, source_id)
      select type, system, value, id from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as sent (type text, system text, value text, id uuid)
      on conflict do nothing`.execute(work.db)
}

/** The institution of a name, Chinese or English. */
export async function findInstitutionNamed({ db }: Work, name: string): Promise<Id<'institution'> | undefined> {
  const { rows } = await sql<{ id: Id<'institution'> }>`select id from network.published_institution
    where name_zh = ${name} or name_en = ${name} order by name_zh = ${name} desc, id limit 1`.execute(db)
  return rows[0]?.id
}

/** The operator of the first network. */
export async function findFirstOperator({ db }: Work): Promise<Id<'institution'> | undefined> {
  const { rows } = await sql<{
    operatorId: Id<'institution'>
  }>`select operator_id from network.published_network order by id limit 1`.execute(db)
  return rows[0]?.operatorId
}

/** Ids of institutions by their names in Chinese. */
export async function findInstitutionsNamed({ db }: Work, names: readonly string[]): Promise<Map<string, Id<'institution'>>> {
  if (names.length === 0) return new Map()
  const { rows } = await sql<{ id: Id<'institution'>; nameZh: string }>`select id, name_zh from network.published_institution
    where name_zh = any (${names}::text[])`.execute(db)
  return new Map(rows.map(({ id, nameZh }) => [nameZh, id]))
}

type FactSource = {
  readonly fact: { readonly institutionId: Id<'institution'>; readonly kind: FactKind }
  readonly source: {
    readonly type: string
    readonly address: string
    readonly version: number
    readonly receivedAt: Instant
    readonly receivedBy: { readonly zh: string; readonly en: string }
    readonly resource: string
  }
}

/** The resource, as it stands, that a fact of the opened person was taken from. */
export async function findFactSource({ db }: Work, personId: Id<'person'>, factId: Id<'fact'>): Promise<FactSource | undefined> {
  type Row = FactSource['fact'] & Omit<FactSource['source'], 'receivedBy'> & { nameZh: string; nameEn: string }
  const { rows } = await sql<Row>`
    select fact.institution_id, fact.kind, source.type, source.address, source.version, source.received_at, source.resource::text as resource,
      receiver.name_zh, receiver.name_en
    from people.fact fact
      join people.source_resource source on source.id::text = split_part(fact.source_id, '#', 1) and source.replaced_at is null
      join network.published_institution receiver on receiver.id = source.received_by
    where fact.id = ${factId} and fact.person_id = ${personId} and fact.source = ${factSource} and fact.status <> 'entered-in-error'
      and source.person_id = ${personId}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { institutionId, kind, nameZh: zh, nameEn: en, ...source } = row
  return { fact: { institutionId, kind }, source: { ...source, receivedBy: { zh, en } } }
}
