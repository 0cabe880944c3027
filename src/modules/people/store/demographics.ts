import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Sex } from '../domain/person.ts'

/** Sex and birth date of the opened person, for rules that depend on age. */
export async function findDemographics(
  work: Work,
  personId: Id<'person'>,
): Promise<{ readonly sex: Sex; readonly birthDate: PlainDate } | undefined> {
  const { rows } = await sql<{ sex: Sex; birthDate: PlainDate }>`select sex, birth_date from people.person where id = ${personId}`.execute(
    work.db,
  )
  return rows[0]
}
