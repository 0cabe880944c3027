import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { AccountPurpose, Balance, PartyKind } from '../domain/account.ts'
import type { PostingKind, Subject } from '../domain/posting.ts'
import { balanceOfWanted } from './balance.ts'

/** An account with what its party is called; a person as on the card of the acting institution, null when it has none. */
export type NamedAccount = {
  readonly id: Id<'account'>
  readonly purpose: AccountPurpose
  readonly partyKind: PartyKind
  readonly partyId: string
  readonly partyName: Name | null
}

const partyName = (account: string, institutionId: string | null) => sql`
  case ${sql.ref(`${account}.party_kind`)}
    when 'institution' then (select jsonb_build_object('zh', name_zh, 'en', name_en) from network.published_institution where id = ${sql.ref(`${account}.party_id`)})
    when 'practitioner' then (select jsonb_build_object('zh', name_zh, 'en', name_en) from network.published_resource where id = ${sql.ref(`${account}.party_id`)})
    when 'payer' then jsonb_build_object('zh', ${sql.ref(`${account}.name_zh`)}, 'en', ${sql.ref(`${account}.name_en`)})
    else (select jsonb_build_object('zh', name, 'en', name) from people.published_card
      where person_id = ${sql.ref(`${account}.party_id`)} and institution_id = ${institutionId})
  end`

/** One account as a value inside a row. */
const accountJson = (account: string, institutionId: string | null) => sql`
  case when ${sql.ref(`${account}.id`)} is not null then jsonb_build_object('id', ${sql.ref(`${account}.id`)}, 'purpose', ${sql.ref(`${account}.purpose`)},
    'partyKind', ${sql.ref(`${account}.party_kind`)}, 'partyId', ${sql.ref(`${account}.party_id`)}, 'partyName', ${partyName(account, institutionId)}) end`

type BookNetwork = { readonly id: Id<'network'>; readonly code: string; readonly isCashier: boolean }

/** Networks whose books the acting institution sees: those it is the cashier of, then those it is a member of. */
export async function findBookNetworks(work: Work): Promise<BookNetwork[]> {
  const { rows } = await sql<BookNetwork>`
    select n.id, n.code, n.operator_id = ${work.actor.institutionId} as is_cashier
    from network.published_network n
    where n.operator_id = ${work.actor.institutionId} or exists (
      select from network.published_membership m where m.network_id = n.id and m.party_id = ${work.actor.institutionId})
    order by 3 desc, n.code`.execute(work.db)
  return rows
}

export type AccountKey = { readonly purpose: string; readonly partyKind: string; readonly partyId: string }

/** Accounts of a network by purpose and party, each with its balance. */
export async function listAccountRows(
  work: Work,
  networkId: string,
  purpose: AccountPurpose | null,
  after: AccountKey | null,
  limit: number,
): Promise<(NamedAccount & Balance)[]> {
  const { rows } = await sql<NamedAccount & Balance>`
    select wanted.id, wanted.purpose, wanted.party_kind, wanted.party_id, ${partyName('wanted', work.actor.institutionId)} as party_name,
      balance.debit_fen, balance.credit_fen
    from (select * from ledger.account where network_id = ${networkId} and (${purpose}::text is null or purpose = ${purpose})
        and (${after?.purpose ?? null}::text is null
          or (purpose, party_kind, party_id) > (${after?.purpose ?? null}::text, ${after?.partyKind ?? null}::text, ${after?.partyId ?? null}::uuid))
      order by purpose, party_kind, party_id limit ${limit}) wanted
    ${balanceOfWanted}
    order by wanted.purpose, wanted.party_kind, wanted.party_id`.execute(work.db)
  return rows
}

/** One account the acting institution sees, with its balance. */
export async function findAccount(
  work: Work,
  accountId: Id<'account'>,
): Promise<(NamedAccount & Balance & { networkId: Id<'network'> }) | null> {
  const { rows } = await sql<NamedAccount & Balance & { networkId: Id<'network'> }>`
    select wanted.id, wanted.network_id, wanted.purpose, wanted.party_kind, wanted.party_id,
      ${partyName('wanted', work.actor.institutionId)} as party_name, balance.debit_fen, balance.credit_fen
    from ledger.account wanted ${balanceOfWanted} where wanted.id = ${accountId}`.execute(work.db)
  return rows[0] ?? null
}

/** One transfer as its account sees it. */
export type Entry = {
  readonly postingId: Id<'posting'>
  readonly place: number
  readonly transaction: string
  readonly what: PostingKind
  readonly date: PlainDate
  readonly postedAt: Instant
  readonly isDebit: boolean
  readonly amountFen: bigint
  readonly counter: NamedAccount | null
}

export type EntryKey = { readonly transaction: string; readonly postingId: string; readonly place: number }

/** Entries of an account, the newest first. */
export async function listEntries(work: Work, accountId: Id<'account'>, after: EntryKey | null, limit: number): Promise<Entry[]> {
  const side = (own: 'debit_id' | 'credit_id', other: 'debit_id' | 'credit_id') => sql`
    (select posting_id, place, transaction, amount_fen, ${own === 'debit_id'}::boolean as is_debit, ${sql.ref(other)} as counter_id from ledger.transfer
      where ${sql.ref(own)} = ${accountId} and (${after?.transaction ?? null}::text is null or (transaction, posting_id, place)
        < (${after?.transaction ?? null}::text::xid8, ${after?.postingId ?? null}::uuid, ${after?.place ?? null}::smallint))
      order by transaction desc, posting_id desc, place desc limit ${limit})`
  const { rows } = await sql<Entry>`
    select e.posting_id, e.place, e.transaction::text, p.what, p.date, p.posted_at, e.is_debit, e.amount_fen,
      ${accountJson('c', work.actor.institutionId)} as counter
    from (select * from (${side('debit_id', 'credit_id')} union all ${side('credit_id', 'debit_id')}) both_sides
      order by transaction desc, posting_id desc, place desc limit ${limit}) e
    join ledger.posting p on p.id = e.posting_id left join ledger.account c on c.id = e.counter_id
    order by e.transaction desc, e.posting_id desc, e.place desc`.execute(work.db)
  return rows
}

export type PostingRow = {
  readonly id: Id<'posting'>
  readonly networkId: Id<'network'>
  readonly source: string
  readonly what: PostingKind
  readonly date: PlainDate
  readonly postedAt: Instant
  readonly transaction: string
} & { readonly [Name in keyof Required<Subject>]: string | null }

export async function findPosting(work: Work, postingId: Id<'posting'>): Promise<PostingRow | null> {
  const { rows } = await sql<PostingRow>`
    select id, network_id, source, what, date, posted_at, transaction::text, visit_id, bill_id, service_id, claim_id, settlement_id
    from ledger.posting where id = ${postingId}`.execute(work.db)
  return rows[0] ?? null
}

export type TransferRow = { readonly debit: NamedAccount | null; readonly credit: NamedAccount | null; readonly amountFen: bigint }

/** Transfers of a posting in their order; an account that the acting institution does not see is null. */
export async function listTransfers(work: Work, postingId: Id<'posting'>): Promise<TransferRow[]> {
  const { rows } = await sql<TransferRow>`
    select ${accountJson('d', work.actor.institutionId)} as debit, ${accountJson('c', work.actor.institutionId)} as credit, t.amount_fen
    from ledger.transfer t left join ledger.account d on d.id = t.debit_id left join ledger.account c on c.id = t.credit_id
    where t.posting_id = ${postingId} order by t.place`.execute(work.db)
  return rows
}
