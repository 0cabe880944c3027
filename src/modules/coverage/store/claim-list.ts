import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ClaimState } from '../domain/claim.ts'
import type { MessageKind, MessageState, QueryCode } from '../domain/message.ts'

export type ClaimRow = {
  readonly claimId: Id<'claim'>
  readonly number: string
  readonly state: ClaimState
  readonly query: QueryCode | null
  readonly payerZh: string
  readonly payerEn: string
  readonly personName: string | null
  readonly madeAt: Instant
  readonly dueAt: Instant
  readonly claimedFen: bigint
  /** Null: the newest revision has no answer. */
  readonly answeredFen: bigint | null
  readonly paidFen: bigint
  readonly parked: boolean
}

export type ClaimFilter = 'open' | 'settled' | ClaimState
const statesOf = (filter: ClaimFilter): ClaimState[] => {
  if (filter === 'open') return ['to-submit', 'submitted', 'queried']
  if (filter === 'settled') return ['paid', 'partly-denied', 'denied', 'cancelled']
  return [filter]
}

const rows = sql`
    select c.id as claim_id, c.number, c.state, c.query, p.name_zh as payer_zh, p.name_en as payer_en, k.name as person_name, c.made_at, c.due_at,
      l.claimed_fen, case when c.answered_revision = c.revision then l.answered_fen end as answered_fen, c.paid_fen,
      exists (select from coverage.message m where m.subject_id = c.id and m.direction = 'out' and m.state = 'parked') as parked
    from coverage.claim c join coverage.payer p on p.id = c.payer_id
    join lateral (select coalesce(sum(payer_fen), 0)::bigint as claimed_fen, coalesce(sum(answered_fen), 0)::bigint as answered_fen
      from coverage.claim_line where claim_id = c.id) l on true
    left join people.published_card k on k.person_id = c.person_id and k.institution_id = c.collector_id`

/** Claims of the acting institution in some states, the oldest first, by key. */
export async function listClaimRows(
  { db, actor }: Work,
  filter: ClaimFilter,
  after: { readonly madeAt: string; readonly id: string } | null,
  limit: number,
): Promise<ClaimRow[]> {
  const page = await sql<ClaimRow>`${rows}
    where c.collector_id = ${actor.institutionId} and c.state = any (${statesOf(filter)}::text[])
      and (${after?.madeAt ?? null}::timestamptz is null or (c.made_at, c.id) > (${after?.madeAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by c.made_at, c.id limit ${limit}`.execute(db)
  return page.rows
}

export async function findClaimRow({ db, actor }: Work, claimId: Id<'claim'>): Promise<ClaimRow | undefined> {
  const found = await sql<ClaimRow>`${rows} where c.id = ${claimId} and c.collector_id = ${actor.institutionId}`.execute(db)
  return found.rows[0]
}

/** How many claims are in each state. */
export async function countClaims({ db, actor }: Work): Promise<Map<ClaimState, number>> {
  const { rows } = await sql<{ state: ClaimState; count: number }>`
    select state, count(*)::int as count from coverage.claim where collector_id = ${actor.institutionId} group by state`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

export type StuckRow = {
  readonly messageId: Id<'message'>
  readonly kind: MessageKind
  readonly state: MessageState
  readonly query: QueryCode | null
  readonly fault: string | null
  readonly tries: number
  readonly payerZh: string
  readonly payerEn: string
  readonly madeAt: Instant
  readonly resource: object
}

/** What a person has to look at beside the claims: parked questions about members, and messages of payers that match nothing; the newest 100. */
export async function listStuckMessages({ db }: Work): Promise<StuckRow[]> {
  const { rows } = await sql<StuckRow>`
    select m.id as message_id, m.kind, m.state, m.query, m.fault, m.tries, p.name_zh as payer_zh, p.name_en as payer_en, m.made_at, m.resource
    from coverage.message m join coverage.payer p on p.id = m.payer_id
    where m.state = 'unmatched' or m.state = 'parked' and m.kind = 'eligibility-request' order by m.made_at desc limit 100`.execute(db)
  return rows
}
