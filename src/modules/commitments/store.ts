import type { Id } from '../../kernel/id.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Commitment, CommitmentState } from './domain.ts'
import type { CommitmentsTables } from './tables.ts'

const tables = ({ db }: Work) => db.withTables<CommitmentsTables>()
const columns = [
  'id',
  'kind',
  'subjectId',
  'ownerInstitutionId',
  'escalatesToInstitutionId',
  'state',
  'startedAt',
  'dueAt',
  'pausedAt',
  'pauseReason',
  'endedAt',
  'version',
  'labelZh',
  'labelEn',
] as const

export type NewCommitment = {
  readonly id: Id<'commitment'>
  readonly kind: string
  readonly subjectId: string
  readonly ownerInstitutionId: Id<'institution'>
  readonly escalatesToInstitutionId: Id<'institution'> | null
  readonly personId: Id<'person'> | null
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly labelZh: string | null
  readonly labelEn: string | null
}
export type StoredCommitment = Commitment & { readonly kind: string; readonly subjectId: string }

export async function insertCommitment(work: Work, commitment: NewCommitment): Promise<void> {
  await tables(work).insertInto('commitments.commitment').values(commitment).execute()
}

export async function lockCommitment(work: Work, id: Id<'commitment'>): Promise<StoredCommitment | undefined> {
  const row = await tables(work).selectFrom('commitments.commitment').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row as StoredCommitment | undefined
}

export async function lockOpenCommitment(work: Work, kind: string, subjectId: string): Promise<StoredCommitment | undefined> {
  const row = await tables(work)
    .selectFrom('commitments.commitment')
    .select(columns)
    .where('kind', '=', kind)
    .where('subjectId', '=', subjectId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row as StoredCommitment | undefined
}

export async function saveCommitment(
  work: Work,
  { id, ownerInstitutionId, escalatesToInstitutionId, state, dueAt, pausedAt, pauseReason, endedAt, version }: Commitment,
): Promise<void> {
  await tables(work)
    .updateTable('commitments.commitment')
    .set({ ownerInstitutionId, escalatesToInstitutionId, state, dueAt, pausedAt, pauseReason, endedAt, version })
    .where('id', '=', id)
    .execute()
}

/** Open commitments of the acting institution, the one that breaks next first, by key. */
export async function listOpen(work: Work, owner: Id<'institution'>, after: { dueAt: Instant; id: string } | null, limit: number) {
  const rows = await tables(work)
    .selectFrom('commitments.commitment')
    .select(columns)
    .where('ownerInstitutionId', '=', owner)
    .where('endedAt', 'is', null)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('dueAt', 'id'), '>', tuple(after?.dueAt as Instant, after?.id as Id<'commitment'>)),
      ),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as CommitmentState }))
}
