import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { column, type Seek, type Sought, seeking } from '../../../platform/seek/index.ts'
import type { ClaimState } from '../domain/claim.ts'

const name = (alias: string) => sql`jsonb_build_object('zh', ${sql.ref(`${alias}.name_zh`)}, 'en', ${sql.ref(`${alias}.name_en`)})`

/** A policy of a person as an outside system reads it. */
export type OutsideCover = {
  readonly id: Id<'member'>
  readonly personId: Id<'person'>
  readonly policyNumber: string
  readonly validFrom: PlainDate
  readonly validUntil: PlainDate | null
  readonly payerCode: string
  readonly payer: Name
  readonly productCode: string
  readonly product: Name
  readonly recordedAt: Instant
  readonly endedAt: Instant | null
  readonly sortedBy: PlainDate
}

const covers: Sought = {
  id: 'm.id',
  sortedBy: { column: 'm.valid_from', type: 'date' },
  fields: { policy: column('m.policy_number', 'text'), payer: column('p.code', 'text'), product: column('r.code', 'text') },
}

/** Policies of the opened person, the newest first. */
export async function findOutsideCovers({ db }: Work, personId: Id<'person'>, seek: Seek): Promise<OutsideCover[]> {
  const { rows } = await sql<OutsideCover>`
    select m.id, m.person_id, m.policy_number, m.valid_from, m.valid_until, p.code as payer_code, ${name('p')} as payer, r.code as product_code,
      ${name('r')} as product, m.recorded_at, m.ended_at, m.valid_from as sorted_by
    from coverage.member m join coverage.product r on r.id = m.product_id join coverage.payer p on p.id = r.payer_id
    where m.person_id = ${personId} and ${seeking(seek, covers)}`.execute(db)
  return rows
}

type Line = {
  readonly sequence: number
  readonly name: Name
  readonly system: string
  readonly itemCode: string
  readonly category: string
  readonly quantity: number
  readonly listFen: number
}

export type OutsideClaim = {
  readonly id: Id<'claim'>
  readonly personId: Id<'person'>
  readonly number: string
  readonly state: ClaimState
  readonly revision: number
  readonly memberId: Id<'member'>
  readonly payerCode: string
  readonly payer: Name
  readonly collectorId: Id<'institution'>
  readonly collector: Name
  readonly serviceDate: PlainDate
  readonly diagnoses: readonly string[]
  readonly madeAt: Instant
  /** When its newest revision was written. */
  readonly revisedAt: Instant
  readonly lines: readonly Line[]
  readonly sortedBy: Instant
}

const claims: Sought = {
  id: 'c.id',
  sortedBy: { column: 'c.made_at', type: 'timestamptz' },
  fields: {
    number: column('c.number', 'text'),
    state: column('c.state', 'text'),
    madeAt: column('c.made_at', 'timestamptz'),
    serviceDate: column('c.service_date', 'date'),
    collector: column('c.collector_id', 'uuid'),
    payer: column('p.code', 'text'),
  },
}

/** Claims of the acting institution, of one person or of all; a person reads all of hers. */
export async function findOutsideClaims({ db, actor }: Work, personId: Id<'person'> | null, seek: Seek): Promise<OutsideClaim[]> {
  const { rows } = await sql<OutsideClaim>`
    select c.id, c.person_id, c.number, c.state, c.revision, c.member_id, p.code as payer_code, ${name('p')} as payer, c.collector_id,
      ${name('i')} as collector, c.service_date, c.diagnoses, c.made_at, c.made_at as sorted_by,
      coalesce((select max(m.made_at) from coverage.message m where m.subject_id = c.id and m.kind = 'claim' and m.revision = c.revision), c.made_at) as revised_at,
      (select coalesce(jsonb_agg(jsonb_build_object('sequence', l.sequence, 'name', jsonb_build_object('zh', l.name_zh, 'en', l.name_en), 'system', l.system,
        'itemCode', l.item_code, 'category', l.category, 'quantity', l.quantity, 'listFen', l.list_fen) order by l.sequence), '[]')
        from coverage.claim_line l where l.claim_id = c.id and l.quantity > 0) as lines
    from coverage.claim c join coverage.payer p on p.id = c.payer_id join network.published_institution i on i.id = c.collector_id
    where ${personId === null ? sql`true` : sql`c.person_id = ${personId}`}
      and ${actor.institutionId === null ? sql`true` : sql`c.collector_id = ${actor.institutionId}`} and ${seeking(seek, claims)}`.execute(
    db,
  )
  return rows
}
