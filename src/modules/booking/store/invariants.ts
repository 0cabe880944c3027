import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { findLivingGrants } from '../../../platform/grant/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { clockInvariant } from '../../commitments/index.ts'
import { findSourceIds } from '../../people/index.ts'
import { consultationKind, waitKind } from '../commands/clocks.ts'
import { holdToConfirm } from '../commands/hold-visit.ts'

const rowsOf = async (db: Database, query: RawBuilder<unknown>): Promise<readonly object[]> => (await query.execute(db)).rows as object[]

const spansOfAttendance = sql`select visit_id, expert_id, room_id, tstzrange(started_at, ended_at) as span from booking.attendance where started_at is not null`

/** Of the attendances at one expert or room, one after the other, those that begin before an earlier one ended. */
const overlapping = (lane: 'expert_id' | 'room_id') => sql`
  select visit_id, ${sql.ref(lane)} as resource_id, span::text as span from (select *, max(coalesce(upper(span), 'infinity')) over (
      partition by ${sql.ref(lane)} order by lower(span), visit_id rows between unbounded preceding and 1 preceding) as busy_until
    from (${spansOfAttendance}) spans where ${sql.ref(lane)} is not null) lanes
  where lower(span) < busy_until order by lower(span) limit ${mostBroken}`

export const bookingInvariants: readonly Invariant[] = [
  {
    name: 'booking.holds-apart',
    zh: '专家、房间、设备在同一时间只许给一次就诊',
    en: 'an expert, room or device is promised to one visit at a time',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select visit_id, resource_id, starts_at, ends_at from (select h.*, max(ends_at) over (partition by resource_id order by starts_at, visit_id
            rows between unbounded preceding and 1 preceding) as busy_until from booking.hold h where active) lanes
          where starts_at < busy_until order by starts_at, visit_id limit ${mostBroken}`,
      ),
  },
  {
    name: 'booking.holds-live',
    zh: '占用的资源都属于未取消的就诊；未开始的就诊都占着资源',
    en: 'what is held belongs to a visit that stands, and every visit to come holds its expert, room and device',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select 'held for what has ended' as problem, h.visit_id, h.resource_id from booking.hold h join booking.visit v on v.id = h.visit_id
          where h.active and v.status in ('cancelled', 'no-show')
          union all
          select 'nothing is held', v.id, null from booking.visit v where v.status in ('held', 'booked')
            and not exists (select from booking.hold h where h.visit_id = v.id and h.active) limit ${mostBroken}`,
      ),
  },
  {
    name: 'booking.people-apart',
    zh: '一位就诊人同一时间只在一处',
    en: 'a person is promised to one visit at a time',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select id as visit_id, person_id, starts_at, ends_at from (select v.*, max(ends_at) over (partition by person_id order by starts_at, id
            rows between unbounded preceding and 1 preceding) as busy_until from booking.visit v
            where status in ('held', 'booked', 'arrived', 'called', 'missed', 'in-progress')) visits
          where starts_at < busy_until order by starts_at, id limit ${mostBroken}`,
      ),
  },
  {
    name: 'booking.experts-apart',
    zh: '一位专家同一时间只看一位就诊人',
    en: 'an expert is with one patient at a time',
    findBroken: (db) => rowsOf(db, overlapping('expert_id')),
  },
  {
    name: 'booking.rooms-apart',
    zh: '一间诊室同一时间只有一次就诊',
    en: 'a room has one visit at a time',
    findBroken: (db) => rowsOf(db, overlapping('room_id')),
  },
  {
    name: 'booking.attendance-fits',
    zh: '到场记录与就诊状态一致',
    en: 'who is here, with the doctor or done is so in her visit too',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select v.id as visit_id, v.status, a.started_at, a.ended_at from booking.visit v left join booking.attendance a on a.visit_id = v.id
          where v.status in ('held', 'booked', 'no-show') and a.visit_id is not null
            or v.status in ('arrived', 'called', 'missed') and (a.visit_id is null or a.started_at is not null or a.ended_at is not null)
            or v.status = 'in-progress' and (a.started_at is null or a.ended_at is not null)
            or v.status = 'completed' and a.ended_at is null order by v.id limit ${mostBroken}`,
      ),
  },
  {
    name: 'booking.visits-grant',
    zh: '凭就诊获得的查看授权，其就诊没有取消，机构也参与其中',
    en: 'a grant by visit rests on a visit that was not cancelled and that the institution takes part in',
    findBroken: async (db, now) => {
      const grants = await findLivingGrants(db, 'visit', now)
      const { rows } = await sql<{ grantId: string; visitId: string }>`
        select g.id as grant_id, g."personId" as person_id, g."institutionId" as institution_id, g."subjectId" as visit_id
        from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, "personId" uuid, "institutionId" uuid, "subjectId" uuid)
        where not exists (select from booking.visit v where v.id = g."subjectId" and v.person_id = g."personId"
          and g."institutionId" = any (v.institution_ids) and v.status not in ('held', 'cancelled'))`.execute(db)
      const imported = await findSourceIds(
        db,
        rows.map(({ visitId }) => visitId),
      )
      return rows.filter(({ visitId }) => !imported.has(visitId)).slice(0, mostBroken)
    },
  },
  clockInvariant({
    name: 'booking.holds-owed',
    kind: holdToConfirm,
    zh: '每个锁号都有待确认的计时，没有锁号就没有这个计时',
    en: 'a clock runs for every hold that waits for its yes, and for nothing else',
    open: sql`select id from booking.visit where status = 'held'`,
  }),
  clockInvariant({
    name: 'booking.waits-owed',
    kind: waitKind,
    zh: '每位候诊的人都有候诊计时',
    en: 'a clock runs for everybody who waits, and for nobody else',
    open: sql`select id from booking.visit where status in ('arrived', 'called')`,
  }),
  clockInvariant({
    name: 'booking.consultations-owed',
    kind: consultationKind,
    zh: '每次进行中的就诊都有时长计时',
    en: 'a clock runs for everybody who is with the doctor, and for nobody else',
    open: sql`select id from booking.visit where status = 'in-progress'`,
  }),
]
