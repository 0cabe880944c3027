import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ManagementLine } from '../domain/supervision.ts'
import { refuse } from '../refusals.ts'
import type { NetworkTables } from '../tables.ts'
import { inserting } from './party.ts'

const tables = ({ db }: Work) => db.withTables<NetworkTables>()

export type Supervision = {
  readonly networkId: Id<'network'>
  readonly institutionId: Id<'institution'>
  readonly line: ManagementLine
  readonly superiorId: Id<'institution'>
}

export const saveSupervision = (work: Work, { superiorId, ...rest }: Supervision): Promise<Result<null, 'network.institution-unknown'>> =>
  inserting(
    tables(work)
      .insertInto('network.supervision')
      .values({ ...rest, superiorId })
      .onConflict((conflict) => conflict.columns(['networkId', 'institutionId', 'line']).doUpdateSet({ superiorId }))
      .execute(),
    {
      supervision_institution_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }),
      supervision_superior_id_fkey: (institutionId) => refuse('network.institution-unknown', { institutionId }),
    },
  )

/** Who looks after an institution in a line of work: its superior there, else the network's operator; null: nobody, it is the operator. */
export async function findSuperior(
  { db }: Work,
  networkId: Id<'network'>,
  institutionId: Id<'institution'>,
  line: ManagementLine,
): Promise<Id<'institution'> | null> {
  const { rows } = await sql<{ superiorId: Id<'institution'> | null }>`
    select coalesce(s.superior_id, nullif(n.operator_id, ${institutionId})) as superior_id from network.network n
    left join network.supervision s on s.network_id = n.id and s.institution_id = ${institutionId} and s.line = ${line}
    where n.id = ${networkId}`.execute(db)
  return rows[0]?.superiorId ?? null
}

/** Whom an institution looks after in a line of work of a network, through all tiers below it; without itself. */
export async function findSupervised(
  { db }: Work,
  networkId: Id<'network'>,
  institutionId: Id<'institution'>,
  line: ManagementLine,
): Promise<Id<'institution'>[]> {
  const { rows } = await sql<{ id: Id<'institution'> }>`
    with recursive below (id) as (
      select institution_id from network.supervision where network_id = ${networkId} and superior_id = ${institutionId} and line = ${line}
      union select s.institution_id from network.supervision s join below on below.id = s.superior_id
      where s.network_id = ${networkId} and s.line = ${line})
    select id from below order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether naming this superior would lead, step by step, back to the institution itself. */
export async function leadsBack({ db }: Work, { networkId, institutionId, line, superiorId }: Supervision): Promise<boolean> {
  const { rows } = await sql`
    with recursive above (id) as (
      select ${superiorId}::uuid
      union select s.superior_id from network.supervision s join above on above.id = s.institution_id
      where s.network_id = ${networkId} and s.line = ${line})
    select 1 from above where id = ${institutionId}`.execute(db)
  return rows.length > 0
}

/** The supervisions of a network, by the names of the parties. */
export async function listSupervisions({ db }: Work, networkId: Id<'network'>) {
  const { rows } = await sql<{ institution: string; line: ManagementLine; superior: string }>`
    select i.name_zh as institution, s.line, u.name_zh as superior from network.supervision s
    join network.institution i on i.id = s.institution_id join network.institution u on u.id = s.superior_id
    where s.network_id = ${networkId}`.execute(db)
  return rows
}
