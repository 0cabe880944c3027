import { sql } from 'kysely'
import { assert } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { accountIdOf, currency } from '../domain/account.ts'
import { contentHash, networkOf, type Posting } from '../domain/posting.ts'
import type { SeenBy } from './account.ts'

export type Posted = { readonly id: Id<'posting'>; readonly source: string }

/**
 * Writes postings and their transfers in one statement; a source that is there already is left out. Sources go in one order, so that
 * rivals wait for each other and never in a circle. Rows go in as JSON: by the length of an array PostgreSQL would plan anew each time.
 */
export async function insertPostings(work: Work, postings: readonly Posting[], seenBy: SeenBy): Promise<Posted[]> {
  const heads = postings.toSorted((a, b) => (a.source < b.source ? -1 : 1)).map((posting) => ({ id: work.newId<'posting'>(), posting }))
  const { rows } = await sql<Posted>`
    with head as (
      insert into ledger.posting (id, network_id, source, what, date, visit_id, bill_id, service_id, claim_id, settlement_id, content_hash,
        institution_ids, posted_at, posted_by)
      select h.id, h.network_id, h.source, h.what, h.date, h.visit_id, h.bill_id, h.service_id, h.claim_id, h.settlement_id,
        decode(h.content_hash, 'hex'), h.institution_ids, ${work.now}, ${work.actor.accountId}
      from json_to_recordset(${JSON.stringify(heads.map((head) => headOf(head, seenBy)))}) as h (id uuid, network_id uuid, source text,
        what text, date date, visit_id uuid, bill_id uuid, service_id uuid, claim_id uuid, settlement_id uuid, content_hash text,
        institution_ids uuid[])
      on conflict on constraint posting_once do nothing
      returning id, source),
    line as (
      insert into ledger.transfer (posting_id, place, debit_id, credit_id, currency, amount_fen, institution_ids)
      select l.posting_id, l.place, l.debit_id, l.credit_id, ${currency}, l.amount_fen, l.institution_ids
      from json_to_recordset(${JSON.stringify(heads.flatMap((head) => linesOf(head, seenBy)))}) as l (posting_id uuid, place smallint,
        debit_id uuid, credit_id uuid, amount_fen bigint, institution_ids uuid[])
      join head on head.id = l.posting_id)
    select id, source from head`.execute(work.db)
  return rows
}

type Head = { readonly id: Id<'posting'>; readonly posting: Posting }

const headOf = ({ id, posting }: Head, seenBy: SeenBy) => ({
  id,
  network_id: networkOf(posting),
  source: posting.source,
  what: posting.what,
  date: posting.date,
  visit_id: posting.subject.visitId,
  bill_id: posting.subject.billId,
  service_id: posting.subject.serviceId,
  claim_id: posting.subject.claimId,
  settlement_id: posting.subject.settlementId,
  content_hash: contentHash(posting).toString('hex'),
  institution_ids: seenByAnyOf(posting.transfers, seenBy),
})

const linesOf = ({ id, posting }: Head, seenBy: SeenBy) =>
  posting.transfers.map((transfer, place) => ({
    posting_id: id,
    place,
    debit_id: accountIdOf(transfer.debit),
    credit_id: accountIdOf(transfer.credit),
    amount_fen: String(transfer.amountFen),
    institution_ids: seenByAnyOf([transfer], seenBy),
  }))

const seenByAnyOf = (transfers: Posting['transfers'], seenBy: SeenBy): string[] => [
  ...new Set(transfers.flatMap(({ debit, credit }) => [debit, credit].flatMap((ref) => seenBy.get(accountIdOf(ref)) ?? []))),
]

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
