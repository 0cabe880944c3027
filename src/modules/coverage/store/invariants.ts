import { sql } from 'kysely'
import { findLivingGrants } from '../../../platform/grant/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { claimClock } from '../commands/submit-claim.ts'

export const coverageInvariants: readonly Invariant[] = [
  {
    name: 'coverage.claim-lines-add-up',
    zh: '理赔单每一行：原价 = 折扣 + 保险 + 自付，答复不超过申请',
    en: 'what a payer answers to a line is at most what was claimed for it',
    findBroken: async (db) => {
      const { rows } = await sql<object>`select l.claim_id, l.line_id, l.payer_fen, l.answered_fen from coverage.claim_line l
        join coverage.claim c on c.id = l.claim_id where c.state in ('paid', 'partly-denied', 'denied', 'cancelled') and l.answered_fen > l.payer_fen
        order by l.claim_id, l.sequence limit ${mostBroken}`.execute(db)
      return rows
    },
  },
  {
    name: 'coverage.claims-grant',
    zh: '凭理赔获得的查看授权，其理赔由该机构收款',
    en: 'a grant by contract rests on a claim of the institution that collects',
    findBroken: async (db, now) => {
      const grants = await findLivingGrants(db, 'contract', now)
      const { rows } = await sql<object>`
        select g.id as grant_id, g."personId" as person_id, g."institutionId" as institution_id, g."subjectId" as claim_id
        from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, "personId" uuid, "institutionId" uuid, "subjectId" uuid)
        where not exists (select from coverage.claim c where c.id = g."subjectId" and c.person_id = g."personId" and c.collector_id = g."institutionId")
        limit ${mostBroken}`.execute(db)
      return rows
    },
  },
  clockInvariant({
    name: 'coverage.claims-owed',
    kind: claimClock,
    zh: '每张等待答复的理赔单都有计时',
    en: 'a clock runs for every claim that the payer has to answer, and for nothing else',
    // An answer that does not fit is a question to the payer: its clock goes on until one does.
    open: sql`select id from coverage.claim where (answered_revision < revision or query = 'amount-differs') and state <> 'cancelled'`,
  }),
]
