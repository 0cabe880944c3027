import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type AccountRef, accountIdOf, currency } from '../domain/account.ts'

/** Accounts by their ids, with the institutions that see them. */
export type SeenBy = ReadonlyMap<string, readonly string[]>

/** An account is never changed or closed, so one that was committed once is not looked for again in this process. */
const known = new Map<string, readonly string[]>()
const knownLimit = 100_000

/** The accounts named, each opened if it is missing; asks nothing where all are known. */
export async function openAccounts(work: Work, refs: readonly AccountRef[]): Promise<SeenBy> {
  const missing = new Map(refs.map((ref) => [accountIdOf(ref), ref] as const).filter(([id]) => !known.has(id)))
  if (missing.size === 0) return known
  const found = await findAccounts(work, [...missing.keys()])
  const unopened = [...missing].flatMap(([id, ref]) => (found.has(id) ? [] : [ref]))
  const opened = unopened.length > 0 ? await insertAccounts(work, unopened) : new Map()
  return new Map(refs.map(accountIdOf).map((id) => [id, present(known.get(id) ?? found.get(id) ?? opened.get(id), `account ${id}`)]))
}

/** Those that exist; kept as known unless this very transaction has opened them, for it may still be rolled back. */
async function findAccounts(work: Work, ids: readonly string[]): Promise<SeenBy> {
  const { rows } = await sql<{ id: string; institutionIds: string[]; isCommitted: boolean }>`
    select id, institution_ids, xmin is distinct from pg_current_xact_id_if_assigned()::xid as is_committed
    from ledger.account where id = any (${ids}::uuid[])`.execute(work.db)
  if (known.size + rows.length > knownLimit) known.clear()
  for (const { id, institutionIds, isCommitted } of rows) if (isCommitted) known.set(id, institutionIds)
  return new Map(rows.map(({ id, institutionIds }) => [id, institutionIds]))
}

/** In one order, so that rivals never wait in a circle; what a rival has opened meanwhile is read after it. */
async function insertAccounts(work: Work, refs: readonly AccountRef[]): Promise<SeenBy> {
  const accounts = refs.map((ref) => ({
    id: accountIdOf(ref),
    network_id: ref.networkId,
    party_kind: ref.party.kind,
    party_id: ref.party.id,
    purpose: ref.purpose,
    name_zh: ref.party.kind === 'payer' ? ref.party.name.zh : null,
    name_en: ref.party.kind === 'payer' ? ref.party.name.en : null,
  }))
  await sql`
    insert into ledger.account (id, network_id, party_kind, party_id, purpose, currency, name_zh, name_en, institution_ids, opened_at)
    select a.id, a.network_id, a.party_kind, a.party_id, a.purpose, ${currency}, a.name_zh, a.name_en,
      case when a.party_kind = 'institution' and a.party_id <> n.operator_id then array[n.operator_id, a.party_id] else array[n.operator_id] end,
      ${work.now}
    from json_to_recordset(${JSON.stringify(accounts)}) as a (id uuid, network_id uuid, party_kind text, party_id uuid, purpose text,
      name_zh text, name_en text)
    join network.published_network n on n.id = a.network_id
    order by a.id
    on conflict do nothing`.execute(work.db)
  return findAccounts(
    work,
    accounts.map(({ id }) => id),
  )
}
