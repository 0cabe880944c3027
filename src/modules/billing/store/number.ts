import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** Bill, payment, refund, deposit. */
export type NumberKind = 'B' | 'P' | 'R' | 'D'

/** The next number of a collector's day, `B-20261125-0001`; one that was given to a change that failed is given again. */
export async function nextNumber({ db, now }: Work, collectorId: Id<'institution'>, kind: NumberKind): Promise<string> {
  const day = dateIn(defaultZone, now)
  const {
    rows: [row],
  } = await sql<{ last: number }>`insert into billing.counter (collector_id, day, kind, last) values (${collectorId}, ${day}, ${kind}, 1)
    on conflict (collector_id, day, kind) do update set last = counter.last + 1 returning last`.execute(db)
  const { last } = present(row, 'the counter')
  return `${kind}-${day.replaceAll('-', '')}-${String(last).padStart(4, '0')}`
}
