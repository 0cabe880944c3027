import { randomUUID } from 'node:crypto'
import type { Id } from '../../src/kernel/id.ts'
import { type Instant, plus } from '../../src/kernel/time.ts'
import type { TestSystem } from './system.ts'
import type { World } from './world.ts'

/** A visit as those who count see it; minutes from its promised time, undefined: it did not come to that. */
export type CountedVisit = {
  readonly startsAt: Instant
  readonly hostId: Id<'institution'>
  readonly siteId: Id<'site'>
  readonly status: 'booked' | 'in-progress' | 'completed' | 'no-show' | 'cancelled'
  readonly waitedMinutes?: number | undefined
  readonly consultedMinutes?: number | undefined
}

/** Writes visits straight into the tables, each with a person and an expert of its own, so that any history can be made; answers their ids. */
export async function writeVisits({ owner }: TestSystem, world: World, visits: readonly CountedVisit[]): Promise<string[]> {
  const ids: string[] = []
  for (const { startsAt, hostId, siteId, status, waitedMinutes, consultedMinutes } of visits) {
    const [visitId, personId, expertId] = [randomUUID(), randomUUID(), randomUUID()]
    ids.push(visitId)
    await owner.query(
      `insert into booking.visit (id, network_id, person_id, offering_id, site_id, institution_ids, starts_at, ends_at, status, price_fen, ended_because, made_at, charges, host_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $7, '[]', $11)`,
      [
        ...[visitId, world.networkId, personId, world.offeringId, siteId, [hostId], startsAt, plus(startsAt, { minutes: 30 }), status],
        ...[status === 'cancelled' ? 'cancelled' : null, hostId],
      ],
    )
    if (!['in-progress', 'completed'].includes(status) && waitedMinutes === undefined) continue
    const startedAt = waitedMinutes === undefined ? null : plus(startsAt, { milliseconds: waitedMinutes * 60_000 })
    const endedAt = startedAt && consultedMinutes !== undefined ? plus(startedAt, { milliseconds: consultedMinutes * 60_000 }) : null
    await owner.query(`insert into booking.calendar (resource_id, owner_id) values ($1, $2)`, [expertId, hostId])
    await owner.query(
      `insert into booking.attendance (visit_id, person_id, institution_ids, offering_id, site_id, expert_id, day, ticket, walk_in, priority, planned_minutes,
         checked_in_at, waiting_since, queue_at, started_at, ended_at)
       values ($1, $2, $3, $4, $5, $6, $7::timestamptz::date, $1::uuid::text, false, 'none', 30, $7::timestamptz - interval '10 minutes', $7, $7, $8, $9)`,
      [visitId, personId, [hostId], world.offeringId, siteId, expertId, startsAt, startedAt, endedAt],
    )
  }
  return ids
}
