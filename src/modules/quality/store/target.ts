import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Target } from '../domain/target.ts'
import type { QualityTables } from '../tables.ts'

export type TargetRow = Target & { readonly indicatorCode: string }

/** All that a network ever wanted of its indicators; null: of all of them. */
export async function findTargets({ db }: Work, networkId: Id<'network'>, code: string | null): Promise<TargetRow[]> {
  const { rows } = await sql<TargetRow>`
    select indicator_code, site_id, valid_from, floor, target from quality.target
    where network_id = ${networkId} and (${code}::text is null or indicator_code = ${code})`.execute(db)
  return rows
}

/** Writes what is wanted from a day on; the same day again replaces it. */
export async function saveTarget(
  { db, now, actor, newId }: Work,
  networkId: Id<'network'>,
  { indicatorCode, siteId, validFrom, floor, target }: TargetRow,
): Promise<void> {
  const by = { setAt: now, setBy: actor.accountId, institutionId: actor.institutionId }
  await db
    .withTables<QualityTables>()
    .insertInto('quality.target')
    .values({ id: newId(), networkId, indicatorCode, siteId, validFrom, floor, target, ...by })
    .onConflict((conflict) => conflict.constraint('one_target_per_day').doUpdateSet({ floor, target, ...by }))
    .execute()
}
