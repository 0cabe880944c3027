import { sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import type { Invariant } from '../../../platform/operation/index.ts'

const find =
  (query: ReturnType<typeof sql<object>>) =>
  async (db: Database): Promise<readonly object[]> =>
    (await query.execute(db)).rows

/** What must hold of the loop at any moment. */
export const loopInvariants: readonly Invariant[] = [
  {
    name: 'quality.rectification-has-its-clock',
    zh: '每项未销号的整改恰有一个计时，已销号的没有',
    en: 'Every open rectification has exactly one open clock, every closed one none',
    findBroken: find(sql`
      select r.id, r.state, count(c.id)::int as clocks from quality.rectification r
      left join commitments.published_open_clock c on c.subject_id = r.id
        and c.kind in ('quality.rectification', 'quality.recheck')
      group by r.id having count(c.id) <> case when r.state = 'closed' then 0 else 1 end
        or count(c.id) filter (where (c.kind = 'quality.recheck') <> (r.state = 'to-recheck')) > 0 order by r.id`),
  },
  {
    name: 'quality.unread-norm-has-its-clock',
    zh: '每份未确认的规范恰有一个计时，其余没有',
    en: 'Every version that waits to be confirmed has exactly one open clock, all others none',
    findBroken: find(sql`
      select n.id, n.state, count(c.id)::int as clocks from quality.norm_confirmation n
      left join commitments.published_open_clock c on c.subject_id = n.id and c.kind = 'quality.norm-to-confirm'
      group by n.id having count(c.id) <> case when n.state = 'to-confirm' then 1 else 0 end order by n.id`),
  },
  {
    name: 'quality.inspection-has-its-clock',
    zh: '每次待完成的检查恰有一个计时，其余没有',
    en: 'Every inspection still to be carried out has exactly one open clock, all others none',
    findBroken: find(sql`
      select p.id, p.state, count(c.id)::int as clocks from quality.inspection p
      left join commitments.published_open_clock c on c.subject_id = p.id and c.kind = 'quality.inspection-to-carry-out'
      group by p.id having count(c.id) <> case when p.state in ('planned', 'begun') then 1 else 0 end order by p.id`),
  },
]
