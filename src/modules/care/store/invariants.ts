import { sql } from 'kysely'
import { findLivingGrants } from '../../../platform/grant/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { criticalClock, criticalToHandle, orderClock, resultToRead } from '../commands/promised.ts'
import { type Note, sealOf } from '../domain/note.ts'

const notesAtOnce = 5000

export const careInvariants: readonly Invariant[] = [
  {
    name: 'care.notes-as-signed',
    zh: '签名后的病历一字未改',
    en: 'a signed note says what was signed',
    findBroken: async (db) => {
      const broken: object[] = []
      for (let after = '00000000-0000-0000-0000-000000000000'; broken.length < mostBroken; ) {
        const { rows } =
          await sql<Note>`select id, visit_id, person_id, institution_id, state, content, version, saved_at, saved_by, signed_at,
            signed_by, content_hash from care.note where state = 'signed' and id > ${after}::uuid order by id limit ${notesAtOnce}`.execute(
            db,
          )
        const last = rows.at(-1)
        if (!last) break
        after = last.id
        const changed = rows.filter((note) => sealOf(note) !== note.contentHash)
        broken.push(...changed.map(({ id, visitId }) => ({ noteId: id, visitId })))
      }
      return broken.slice(0, mostBroken)
    },
  },
  {
    name: 'care.referrals-grant',
    zh: '凭申请单获得的查看授权，其申请单没有取消或退回',
    en: 'a grant by referral rests on an order that was neither cancelled nor sent back',
    findBroken: async (db, now) => {
      const grants = await findLivingGrants(db, 'referral', now)
      const { rows } = await sql<object>`
        select g.id as grant_id, g."personId" as person_id, g."institutionId" as institution_id, g."subjectId" as order_id
        from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, "personId" uuid, "institutionId" uuid, "subjectId" uuid)
        where not exists (select from care.order o where o.id = g."subjectId" and o.person_id = g."personId"
          and o.performer_id = g."institutionId" and o.state not in ('draft', 'cancelled', 'rejected')) limit ${mostBroken}`.execute(db)
      return rows
    },
  },
  clockInvariant({
    name: 'care.orders-owed',
    kind: orderClock,
    zh: '每张未完成的申请单都有计时',
    en: 'a clock runs for every order that a department has to perform, and for nothing else',
    open: sql`select id from care.order where state in ('requested', 'accepted', 'collected')`,
  }),
  clockInvariant({
    name: 'care.results-owed',
    kind: resultToRead,
    zh: '每份未阅的报告都有计时',
    en: 'a clock runs for every result that nobody has read, and for nothing else',
    open: sql`select r.order_id as id from care.result r join care.order o on o.id = r.order_id
      where r.released_at is not null and r.read_at is null and o.kind <> 'drug'`,
  }),
  clockInvariant({
    name: 'care.critical-values-told',
    kind: criticalClock,
    zh: '每个未通报到人的危急值都有计时',
    en: 'a clock runs for every critical value that was not read back, and for nothing else',
    open: sql`select id from care.critical_value where state in ('to-report', 'reported')`,
  }),
  clockInvariant({
    name: 'care.critical-values-handled',
    kind: criticalToHandle,
    zh: '每个未处置的危急值都有计时',
    en: 'a clock runs for every critical value that was not acted upon, and for nothing else',
    open: sql`select id from care.critical_value where state = 'read-back'`,
  }),
]
