import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'

/** The name on the acting institution's own card of a person; null: it has none. */
export async function findPersonName({ db, actor, now }: Work, personId: Id<'person'>): Promise<string | null> {
  const {
    rows: [card],
  } = await sql<{ name: string }>`select name from people.published_card
    where institution_id = ${actor.institutionId} and person_id = ${personId} and visible_until > ${now}`.execute(db)
  return card?.name ?? null
}
