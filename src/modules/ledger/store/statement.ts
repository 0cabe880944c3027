import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Name } from '../../agreements/index.ts'
import type { Reader } from '../domain/reader.ts'
import type { Evidence, PartyStatement, StatementState } from '../domain/statement.ts'
import type { LedgerTables } from '../tables.ts'
import { fromFenJson, toFenJson } from './fen-json.ts'
import type { NewSettlement } from './settlement.ts'

export type Statement = {
  readonly id: Id<'statement'>
  readonly networkId: Id<'network'>
  readonly number: string
  readonly partyKind: 'institution' | 'practitioner'
  readonly partyId: string
  readonly fromDate: PlainDate
  readonly untilDate: PlainDate
  readonly lines: number
  readonly collectedFen: bigint
  readonly totalFen: bigint
  readonly versionIds: readonly string[]
  readonly state: StatementState
  readonly dueAt: Instant
  readonly confirmedAt: Instant | null
  readonly version: number
}

const columns = sql`s.id, s.network_id, s.number, s.party_kind, s.party_id, s.from_date, s.until_date, s.lines, s.collected_fen, s.total_fen,
  s.version_ids, s.state, s.due_at, s.confirmed_at, s.version`

export type NewStatement = PartyStatement & { readonly id: Id<'statement'>; readonly number: string; readonly dueAt: Instant }

/** Writes the statements of a settlement with their lines, newest service first. */
export async function insertStatements(
  work: Work,
  { id: settlementId, network, from, until }: NewSettlement,
  statements: readonly NewStatement[],
  settledServiceOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { id: networkId, operatorId } = network
  const seenBy = ({ partyId, kind }: NewStatement) => [...new Set([operatorId, ...(kind === 'institution' ? [partyId] : [])])]
  const heads = statements.map((statement) => ({
    ...{ id: statement.id, number: statement.number, party_kind: statement.kind, party_id: statement.partyId },
    ...{ lines: statement.lines.length, collected_fen: statement.collectedFen, total_fen: statement.totalFen },
    ...{ version_ids: statement.versionIds, due_at: statement.dueAt, institution_ids: seenBy(statement) },
  }))
  await sql`
    insert into ledger.statement (id, settlement_id, network_id, number, party_kind, party_id, from_date, until_date, lines, collected_fen,
      total_fen, version_ids, state, due_at, institution_ids, made_at)
    select s.id, ${settlementId}, ${networkId}, s.number, s.party_kind, s.party_id, ${from}::date, ${until}::date, s.lines, s.collected_fen,
      s.total_fen, s.version_ids, 'to-confirm', s.due_at, s.institution_ids, ${work.now}::timestamptz
    from jsonb_to_recordset(${toFenJson(heads)}::jsonb) as s (id uuid, number text, party_kind text, party_id uuid, lines int,
      collected_fen bigint, total_fen bigint, version_ids uuid[], due_at timestamptz, institution_ids uuid[])`.execute(work.db)
  const lines = statements.flatMap((statement) =>
    statement.lines.map(({ service, amountFen }, at) => ({
      ...{ id: work.newId<'statement-line'>(), statement_id: statement.id, place: at + 1, amount_fen: amountFen },
      ...{ settled_service_id: settledServiceOf.get(service.serviceId), institution_ids: seenBy(statement) },
    })),
  )
  await sql`
    insert into ledger.statement_line (id, statement_id, place, settled_service_id, amount_fen, institution_ids)
    select l.id, l.statement_id, l.place, l.settled_service_id, l.amount_fen, l.institution_ids
    from jsonb_to_recordset(${toFenJson(lines)}::jsonb) as l (id uuid, statement_id uuid, place int, settled_service_id uuid,
      amount_fen bigint, institution_ids uuid[])`.execute(work.db)
}

/** What a reader may see: the statements of the parties whom she is or acts for, and all of the networks whose money she keeps. */
const seenBy = ({ partyIds, networkIds }: Reader): RawBuilder<boolean> =>
  sql`(s.party_id = any (${partyIds}::uuid[]) or s.network_id = any (${networkIds}::uuid[]))`

type Key = { readonly until: string; readonly id: string }
export type StatementFilter = { readonly state: StatementState | null; readonly partyId: string | null }

/** Newest period first, then by key. */
export async function listStatements(
  { db }: Work,
  reader: Reader,
  { state, partyId }: StatementFilter,
  after: Key | null,
  limit: number,
): Promise<Statement[]> {
  const { rows } = await sql<Statement>`
    select ${columns} from ledger.statement s
    where ${seenBy(reader)} and (${state}::text is null or s.state = ${state}) and (${partyId}::uuid is null or s.party_id = ${partyId})
      and (${after?.until ?? null}::date is null or (s.until_date, s.id) < (${after?.until ?? null}::date, ${after?.id ?? null}::uuid))
    order by s.until_date desc, s.id desc limit ${limit}`.execute(db)
  return rows
}

export async function findStatement({ db }: Work, reader: Reader, id: Id<'statement'>): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`select ${columns} from ledger.statement s where s.id = ${id} and ${seenBy(reader)}`.execute(db)
  return rows[0]
}

export async function lockStatement({ db }: Work, id: Id<'statement'>): Promise<Statement | undefined> {
  const { rows } = await sql<Statement>`select ${columns} from ledger.statement s where s.id = ${id} for update`.execute(db)
  return rows[0]
}

export async function saveConfirmed({ db, now, actor }: Work, { id, version }: Statement): Promise<void> {
  await db
    .withTables<LedgerTables>()
    .updateTable('ledger.statement')
    .set({ state: 'confirmed', confirmedAt: now, confirmedBy: actor.accountId, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export type Line = {
  readonly id: Id<'statement-line'>
  readonly place: number
  readonly maskedName: string
  readonly nameZh: string
  readonly nameEn: string
  readonly serviceDate: PlainDate
  readonly happenedAt: Instant
  readonly collectedFen: bigint
  readonly amountFen: bigint
}

export async function listLines({ db }: Work, statementId: Id<'statement'>, afterPlace: number, limit: number): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select l.id, l.place, v.masked_name, v.name_zh, v.name_en, v.service_date, v.happened_at, v.collected_fen, l.amount_fen
    from ledger.statement_line l join ledger.settled_service v on v.id = l.settled_service_id
    where l.statement_id = ${statementId} and l.place > ${afterPlace} order by l.place limit ${limit}`.execute(db)
  return rows
}

export type ExplainedLine = Omit<Line, 'nameZh' | 'nameEn'> & {
  readonly statementId: Id<'statement'>
  readonly number: string
  readonly networkId: Id<'network'>
  readonly partyId: string
  readonly name: Name
  readonly evidence: Evidence
}

/** A line with what explains it, by its id or by its short number: that of the statement, a dot, its place. */
export async function findLine(
  { db }: Work,
  reader: Reader,
  by: { readonly id: string } | { readonly number: string; readonly place: number },
): Promise<ExplainedLine | undefined> {
  const where = 'id' in by ? sql`l.id = ${by.id}` : sql`s.number = ${by.number} and l.place = ${by.place}`
  const { rows } = await sql<Omit<ExplainedLine, 'name' | 'evidence'> & { nameZh: string; nameEn: string; evidence: string }>`
    select l.id, l.place, l.amount_fen, s.id as statement_id, s.number, s.network_id, s.party_id, v.masked_name, v.name_zh, v.name_en,
      v.service_date, v.happened_at, v.collected_fen, v.evidence::text
    from ledger.statement_line l join ledger.statement s on s.id = l.statement_id join ledger.settled_service v on v.id = l.settled_service_id
    where ${where} and ${seenBy(reader)}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { nameZh, nameEn, evidence, ...line } = row
  return { ...line, name: { zh: nameZh, en: nameEn }, evidence: fromFenJson(evidence) }
}

/** Names of institutions and practitioners, and of a practitioner where she belongs. */
export async function nameParties({ db }: Work, partyIds: readonly string[]): Promise<ReadonlyMap<string, Name & { ownerId: string }>> {
  const ids = [...new Set(partyIds)]
  const { rows } = await sql<{ id: string; ownerId: string; nameZh: string; nameEn: string }>`
    select id, id as owner_id, name_zh, name_en from network.published_institution where id = any (${ids}::uuid[])
    union all select id, owner_id, name_zh, name_en from network.published_resource where id = any (${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ownerId, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn, ownerId }]))
}
