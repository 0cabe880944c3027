import { sql } from 'kysely'
import { assert } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type AccountRef, accountIdOf, currency } from '../domain/account.ts'
import { contentHash, networkOf, type Posting } from '../domain/posting.ts'

export type Posted = { readonly id: Id<'posting'>; readonly source: string }

/**
 * Writes postings and their transfers in one statement; a source that is there already is left out, and nothing at all is written
 * while an account is missing. Sources go in one order, so that rivals wait for each other and never in a circle.
 */
export async function insertPostings(work: Work, postings: readonly Posting[]): Promise<Posted[] | 'account-missing'> {
  const heads = postings
    .toSorted((a, b) => (a.source < b.source ? -1 : 1))
    .map((posting) => ({ id: work.newId<'posting'>(), networkId: networkOf(posting), hash: contentHash(posting), posting }))
  const lines = heads.flatMap(({ id, posting }) => posting.transfers.map((transfer, place) => ({ id, place, ...transfer })))
  const subjectOf = (name: keyof Posting['subject']) => heads.map(({ posting }) => posting.subject[name] ?? null)
  const { rows } = await sql<{ isMissing: boolean; id: Id<'posting'> | null; source: string }>`
    with line as materialized (
      select l.posting_id, l.place, l.debit_id, l.credit_id, l.amount_fen, debit.institution_ids as debit_ids, credit.institution_ids as credit_ids
      from unnest(${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ place }) => place)}::smallint[],
        ${lines.map(({ debit }) => accountIdOf(debit))}::uuid[], ${lines.map(({ credit }) => accountIdOf(credit))}::uuid[],
        ${lines.map(({ amountFen }) => String(amountFen))}::bigint[]) as l (posting_id, place, debit_id, credit_id, amount_fen)
      left join lateral (select institution_ids from ledger.account where id = l.debit_id limit 1) debit on true
      left join lateral (select institution_ids from ledger.account where id = l.credit_id limit 1) credit on true),
    missing as materialized (select exists (select from line where debit_ids is null or credit_ids is null) as is_missing),
    head as (
      insert into ledger.posting (id, network_id, source, what, date, visit_id, bill_id, service_id, claim_id, settlement_id, content_hash,
        institution_ids, posted_at, posted_by)
      select h.id, h.network_id, h.source, h.what, h.date, h.visit_id, h.bill_id, h.service_id, h.claim_id, h.settlement_id, h.content_hash,
        (select array_agg(distinct seen) from line, unnest(line.debit_ids || line.credit_ids) seen where line.posting_id = h.id),
        ${work.now}::timestamptz, ${work.actor.accountId}::uuid
      from unnest(${heads.map(({ id }) => id)}::uuid[], ${heads.map(({ networkId }) => networkId)}::uuid[],
        ${heads.map(({ posting }) => posting.source)}::text[], ${heads.map(({ posting }) => posting.what)}::text[],
        ${heads.map(({ posting }) => posting.date)}::date[], ${subjectOf('visitId')}::uuid[], ${subjectOf('billId')}::uuid[],
        ${subjectOf('serviceId')}::uuid[], ${subjectOf('claimId')}::uuid[], ${subjectOf('settlementId')}::uuid[],
        ${heads.map(({ hash }) => hash)}::bytea[])
        as h (id, network_id, source, what, date, visit_id, bill_id, service_id, claim_id, settlement_id, content_hash)
      where not (select is_missing from missing)
      on conflict on constraint posting_once do nothing
      returning id, source),
    moved as (
      insert into ledger.transfer (posting_id, place, debit_id, credit_id, currency, amount_fen, institution_ids)
      select posting_id, place, debit_id, credit_id, ${currency}, amount_fen,
        case when credit_ids <@ debit_ids then debit_ids when debit_ids <@ credit_ids then credit_ids else debit_ids || credit_ids end
      from line join head on head.id = line.posting_id)
    select missing.is_missing, head.id, head.source from missing left join head on true`.execute(work.db)
  if (rows[0]?.isMissing) return 'account-missing'
  return rows.flatMap(({ id, source }) => (id ? [{ id, source }] : []))
}

/** The first postings of these sources, which must have had the same content. */
export async function findPosted(work: Work, postings: readonly Posting[]): Promise<Posted[]> {
  const { rows } = await sql<Posted & { contentHash: Buffer }>`
    select id, source, content_hash from ledger.posting where source = any (${postings.map(({ source }) => source)}::text[])`.execute(
    work.db,
  )
  for (const posting of postings) {
    const first = rows.find(({ source }) => source === posting.source)
    assert(first, `${posting.source} is posted and can be seen`)
    assert(first.contentHash.equals(contentHash(posting)), `${posting.source} is posted again with the same content`)
  }
  return rows
}

/** Opens what is missing of the accounts of these postings, in one order, so that rivals never wait in a circle. */
export async function openAccounts(work: Work, postings: readonly Posting[]): Promise<void> {
  const wanted = new Map<string, AccountRef>()
  for (const { debit, credit } of postings.flatMap(({ transfers }) => transfers))
    for (const ref of [debit, credit]) wanted.set(accountIdOf(ref), ref)
  const refs = [...wanted]
  const nameOf = (language: 'zh' | 'en') => refs.map(([, { party }]) => (party.kind === 'payer' ? party.name[language] : null))
  await sql`
    insert into ledger.account (id, network_id, party_kind, party_id, purpose, currency, name_zh, name_en, institution_ids, opened_at)
    select a.id, a.network_id, a.party_kind, a.party_id, a.purpose, ${currency}, a.name_zh, a.name_en,
      case when a.party_kind = 'institution' and a.party_id <> n.operator_id then array[n.operator_id, a.party_id] else array[n.operator_id] end,
      ${work.now}::timestamptz
    from unnest(${refs.map(([id]) => id)}::uuid[], ${refs.map(([, { networkId }]) => networkId)}::uuid[],
      ${refs.map(([, { party }]) => party.kind)}::text[], ${refs.map(([, { party }]) => party.id)}::uuid[],
      ${refs.map(([, { purpose }]) => purpose)}::text[], ${nameOf('zh')}::text[], ${nameOf('en')}::text[])
      as a (id, network_id, party_kind, party_id, purpose, name_zh, name_en)
    join network.published_network n on n.id = a.network_id
    where not exists (select from ledger.account known where known.id = a.id)
    order by a.id
    on conflict do nothing`.execute(work.db)
}
