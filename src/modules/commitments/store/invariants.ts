import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { findUnscheduled } from '../../../platform/due/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'
import { breakKind } from '../commands/break-commitment.ts'

/** How long the worker may take to break what is due. */
const lateMinutes = 15

export const commitmentInvariants: readonly Invariant[] = [
  {
    name: 'commitments.owned',
    zh: '每个未了结的承诺都由一家机构承担，到时移交的也是机构',
    en: 'an institution owes every open commitment, and takes it over where it breaks',
    findBroken: (db) =>
      rowsOf(
        db,
        sql`select c.id as commitment_id, c.kind, c.subject_id, c.owner_institution_id, c.steps from commitments.commitment c
          where c.ended_at is null and exists (
            select from unnest(array[c.owner_institution_id, c.first_owner_institution_id]) owner
              where owner not in (select id from network.published_institution)
            union all select from jsonb_array_elements(c.steps) step
              where (step ->> 'institution')::uuid not in (select id from network.published_institution)) order by c.id limit ${mostBroken}`,
      ),
  },
  {
    name: 'commitments.moved-on',
    zh: '到时未兑现的承诺已转为超时，并移交给下一个承担者',
    en: 'what was not kept in time is overdue, and has gone to the next owner',
    findBroken: (db, now) =>
      rowsOf(
        db,
        sql`select id as commitment_id, kind, subject_id, state, due_at from commitments.commitment
          where ended_at is null and measure = 'within' and (state = 'running' and due_at < ${now}::timestamptz - make_interval(mins => ${lateMinutes})
            or state = 'overdue' and steps <> '[]' and coalesce(escalates_at, due_at) < ${now}::timestamptz - make_interval(mins => ${lateMinutes}))
          order by due_at, id limit ${mostBroken}`,
      ),
  },
  {
    name: 'commitments.timed',
    zh: '每个计时中的承诺都有到时提醒',
    en: 'every running clock has a timer that breaks it',
    findBroken: async (db) => {
      const { rows } = await sql<{
        id: string
      }>`select id from commitments.commitment where measure = 'within' and (state = 'running' or escalates_at is not null)`.execute(db)
      const without = await findUnscheduled(
        db,
        breakKind,
        rows.map(({ id }) => id),
      )
      return without.slice(0, mostBroken).map((commitmentId) => ({ commitmentId }))
    },
  },
]

const rowsOf = async (db: Database, query: RawBuilder<unknown>): Promise<readonly object[]> => (await query.execute(db)).rows as object[]

/** What of one kind must have an open clock, and why. */
type Clocked = {
  readonly name: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly open: RawBuilder<{ id: string }>
}

/** That a clock of a kind runs for each subject that is open, and for nothing else; `open` reads the ids of the subjects. */
export const clockInvariant = ({ name, kind, zh, en, open }: Clocked): Invariant => ({
  name,
  zh,
  en,
  findBroken: async (db) => {
    const { rows: subjects } = await open.execute(db)
    const ids = subjects.map(({ id }) => id)
    return rowsOf(
      db,
      sql`
        select 'no clock runs' as problem, subject as subject_id, null::uuid as commitment_id from unnest(${ids}::uuid[]) subject
        where subject not in (select subject_id from commitments.commitment where kind = ${kind} and ended_at is null)
        union all
        select 'a clock runs for what is closed', subject_id, id from commitments.commitment
        where kind = ${kind} and ended_at is null and subject_id not in (select unnest(${ids}::uuid[])) order by subject_id limit ${mostBroken}`,
    )
  },
})
