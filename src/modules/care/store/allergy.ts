import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()

export type Allergy = {
  readonly id: Id<'allergy'>
  readonly personId: Id<'person'>
  readonly institutionId: Id<'institution'>
  readonly substanceCode: string | null
  readonly nameZh: string
  readonly nameEn: string
  readonly reaction: string | null
  readonly severity: string | null
  readonly recordedAt: Instant
}
const columns = ['id', 'personId', 'institutionId', 'substanceCode', 'nameZh', 'nameEn', 'reaction', 'severity', 'recordedAt'] as const

/** The allergies of a person that hold, locked; the opened person's. */
export async function lockAllergies(work: Work, personId: Id<'person'>): Promise<Allergy[]> {
  return tables(work)
    .selectFrom('care.allergy')
    .select(columns)
    .where('personId', '=', personId)
    .where('refutedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function insertAllergy(work: Work, allergy: Allergy): Promise<void> {
  await tables(work)
    .insertInto('care.allergy')
    .values({ ...allergy, recordedBy: work.actor.accountId })
    .execute()
}

export async function saveRefuted(work: Work, id: Id<'allergy'>, refuteReason: string): Promise<void> {
  const { now, actor } = work
  await tables(work)
    .updateTable('care.allergy')
    .set({ refutedAt: now, refutedBy: actor.accountId, refuteReason })
    .where('id', '=', id)
    .execute()
}
