import { sql } from 'kysely'
import type { Database } from '../../../platform/database/index.ts'
import { findLivingGrants, findUngranted, type Shown } from '../../../platform/grant/index.ts'
import { type Invariant, mostBroken } from '../../../platform/operation/index.ts'

const cardsAtOnce = 20_000
const firstKey = '00000000-0000-0000-0000-000000000000'

export const peopleInvariants: readonly Invariant[] = [
  {
    name: 'people.cards-granted',
    zh: '机构名单里的每张就诊人卡片都有同样长的查看授权',
    en: 'every card of a person in the list of an institution rests on a grant as long as it is shown',
    findBroken: async (db, now) => {
      const broken: Shown[] = []
      for (let [institution, person] = [firstKey, firstKey]; broken.length < mostBroken; ) {
        const { rows } = await sql<Shown>`select institution_id, person_id, visible_until from people.card
          where (institution_id, person_id) > (${institution}::uuid, ${person}::uuid) order by institution_id, person_id limit ${cardsAtOnce}`.execute(
          db,
        )
        const last = rows.at(-1)
        if (!last) break
        ;[institution, person] = [last.institutionId, last.personId]
        const shown = rows.filter(({ visibleUntil }) => visibleUntil > now)
        broken.push(...(await findUngranted(db, shown)))
      }
      return broken.slice(0, mostBroken)
    },
  },
  {
    name: 'people.consents-stand',
    zh: '凭同意获得的查看授权，其同意仍然有效',
    en: 'a grant by consent rests on a consent that stands',
    findBroken: async (db, now) => {
      const grants = await findLivingGrants(db, 'consent', now)
      const { rows } = await sql<object>`
        select g.id as grant_id, g."personId" as person_id, g."institutionId" as institution_id, g."subjectId" as consent_id
        from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as g (id uuid, "personId" uuid, "institutionId" uuid, "subjectId" uuid)
        where not exists (select from people.consent c where c.id = g."subjectId" and c.person_id = g."personId"
          and c.at_institution = g."institutionId" and c.withdrawn_at is null) limit ${mostBroken}`.execute(db)
      return rows
    },
  },
]

/** Which of these are resources that were brought in from outside. */
export async function findSourceIds(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string
  }>`select id from people.source_resource where id = any (${ids}::uuid[]) and replaced_at is null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
