import { sql } from 'kysely'
import type { Instant } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database/index.ts'
import { tellAll } from '../../../platform/live/index.ts'
import { type Block, type Chain, sealBlock, sha256 } from '../../../platform/seal/index.ts'
import { journalTopic } from '../topics.ts'

/** The journal, posting by posting, each with its transfers. */
export const journalChain: Chain = {
  name: 'ledger',
  async rowsBetween(db, from, until) {
    const { rows } = await sql<{ id: string; text: string }>`
      select p.id::text, row(p.id, p.network_id, p.source, p.what, to_char(p.date, 'YYYY-MM-DD'), p.visit_id, p.bill_id, p.service_id, p.claim_id,
          p.settlement_id, encode(p.content_hash, 'hex'), p.institution_ids, extract(epoch from p.posted_at), p.posted_by, p.transaction)::text
        || coalesce((select string_agg(t::text, '' order by t.place) from ledger.transfer t where t.posting_id = p.id), '') as text
      from ledger.posting p where p.transaction >= ${from}::xid8 and p.transaction < ${until}::xid8 order by p.transaction, p.id`.execute(
      db,
    )
    return rows.map(({ id, text }) => ({ id, hash: sha256(text) }))
  },
  async countFrom(db, from) {
    const { rows } = await sql<{
      rows: number
    }>`select count(*)::int as rows from ledger.posting where transaction >= ${from}::xid8`.execute(db)
    return rows[0]?.rows ?? 0
  },
}

/** Seals the journal's next block, closes what moved in it and tells its networks; null: nothing was posted. */
export async function sealJournal(db: Database, now: Instant): Promise<Block | null> {
  const block = await sealBlock(db, journalChain, now)
  if (!block) return null
  await closeBalances(db, block)
  const networkIds = await closeTotals(db, block)
  await tellAll(
    { db },
    networkIds.map((id) => ({ topic: journalTopic, id })),
  )
  return block
}

/** What came to and left each account in a block, through the postings: their transactions are the block's. */
const movedIn = ({ from, until }: Block) => sql`
  select side.account_id, sum(side.debit_fen)::bigint as debit_fen, sum(side.credit_fen)::bigint as credit_fen
  from ledger.posting p join ledger.transfer t on t.posting_id = p.id
  cross join lateral (values (t.debit_id, t.amount_fen, 0), (t.credit_id, 0, t.amount_fen)) as side (account_id, debit_fen, credit_fen)
  where p.transaction >= ${from}::xid8 and p.transaction < ${until}::xid8 group by side.account_id`

async function closeBalances(db: Database, block: Block): Promise<void> {
  await sql`
    insert into ledger.balance (account_id, until_transaction, debit_fen, credit_fen, institution_ids)
    select moved.account_id, ${block.until}::xid8, coalesce(last.debit_fen, 0) + moved.debit_fen, coalesce(last.credit_fen, 0) + moved.credit_fen,
      a.institution_ids
    from (${movedIn(block)}) moved join ledger.account a on a.id = moved.account_id
    left join lateral (select b.debit_fen, b.credit_fen from ledger.balance b where b.account_id = moved.account_id
      order by b.until_transaction desc limit 1) last on true`.execute(db)
}

async function closeTotals(db: Database, block: Block): Promise<string[]> {
  const { rows } = await sql<{ networkId: string }>`
    insert into ledger.purpose_total (network_id, purpose, until_transaction, debit_fen, credit_fen, operator_id)
    select moved.network_id, moved.purpose, ${block.until}::xid8, coalesce(last.debit_fen, 0) + moved.debit_fen,
      coalesce(last.credit_fen, 0) + moved.credit_fen, n.operator_id
    from (select a.network_id, a.purpose, sum(m.debit_fen)::bigint as debit_fen, sum(m.credit_fen)::bigint as credit_fen
      from (${movedIn(block)}) m join ledger.account a on a.id = m.account_id group by a.network_id, a.purpose) moved
    join network.published_network n on n.id = moved.network_id
    left join lateral (select b.debit_fen, b.credit_fen from ledger.purpose_total b
      where b.network_id = moved.network_id and b.purpose = moved.purpose order by b.until_transaction desc limit 1) last on true
    returning network_id`.execute(db)
  return rows.map(({ networkId }) => networkId)
}
