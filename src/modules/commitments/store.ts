import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Instant, Span } from '../../kernel/time.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Commitment, CommitmentState, EscalationStep, Measure } from './domain.ts'
import type { CommitmentsTables } from './tables.ts'

const tables = ({ db }: Work) => db.withTables<CommitmentsTables>()
const typed = <Row extends { state: string; measure: string }>(row: Row) => ({
  ...row,
  state: row.state as CommitmentState,
  measure: row.measure as Measure,
})
const columns = [
  'id',
  'kind',
  'subjectId',
  'ownerInstitutionId',
  'steps',
  'escalatesAt',
  'state',
  'measure',
  'pausable',
  'role',
  'personId',
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
  readonly steps: readonly EscalationStep[]
  readonly personId: Id<'person'> | null
  readonly role: string | null
  readonly measure: Measure
  readonly pausable: boolean
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly labelZh: string | null
  readonly labelEn: string | null
}
export type StoredCommitment = Commitment & { readonly kind: string; readonly subjectId: string }

export async function insertCommitment(work: Work, commitment: NewCommitment): Promise<void> {
  await tables(work)
    .insertInto('commitments.commitment')
    .values({ ...commitment, steps: JSON.stringify(commitment.steps), firstOwnerInstitutionId: commitment.ownerInstitutionId })
    .execute()
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

export type OpenClock = Pick<StoredCommitment, 'subjectId' | 'dueAt' | 'pauseReason'>

/** What is still owed of one kind for these subjects. */
export async function findOpenCommitments(work: Work, kind: string, subjectIds: readonly string[]): Promise<OpenClock[]> {
  const { rows } = await sql<OpenClock>`select subject_id, due_at, pause_reason from commitments.commitment
    where kind = ${kind} and subject_id = any (${subjectIds}::uuid[]) and ended_at is null`.execute(work.db)
  return rows
}

export async function saveCommitment(
  work: Work,
  { id, ownerInstitutionId, steps, escalatesAt, role, state, dueAt, pausedAt, pauseReason, endedAt, version }: Commitment,
): Promise<void> {
  await tables(work)
    .updateTable('commitments.commitment')
    .set({
      ownerInstitutionId,
      steps: JSON.stringify(steps),
      escalatesAt,
      role,
      state,
      dueAt,
      pausedAt,
      pauseReason,
      endedAt,
      version,
    })
    .where('id', '=', id)
    .execute()
}

/** Open commitments of the acting institution that one of the roles owes (null: any), the one that breaks next first, by key. */
export async function listOpen(
  work: Work,
  owner: Id<'institution'>,
  roles: readonly string[] | null,
  after: { dueAt: Instant; id: string } | null,
  limit: number,
) {
  const rows = await tables(work)
    .selectFrom('commitments.commitment')
    .select(columns)
    .where('ownerInstitutionId', '=', owner)
    .where('endedAt', 'is', null)
    .$if(roles !== null, (query) => query.where((eb) => eb.or([eb('role', 'is', null), eb('role', 'in', [...(roles ?? []), ''])])))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('dueAt', 'id'), '>', tuple(after?.dueAt as Instant, after?.id as Id<'commitment'>)),
      ),
    )
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(typed)
}

/** How much an institution owes about a person, and what of it is due first. */
export async function tallyOpen({ db }: Work, owner: Id<'institution'>, personId: Id<'person'>) {
  const { rows } = await sql<{ open: number; nextDueAt: Instant | null }>`select count(*)::int as open, min(due_at) as next_due_at
    from commitments.commitment where owner_institution_id = ${owner} and person_id = ${personId} and ended_at is null`.execute(db)
  return rows[0] ?? { open: 0, nextDueAt: null }
}

export type Tally = { readonly kind: string; readonly met: number; readonly missed: number; readonly takenOver: number }

/** How many clocks of the institution have ended in a span, by kind, wherever they went; and how many of others it has taken over. */
export async function tallyClosed({ db }: Work, institutionId: Id<'institution'>, { from, until }: Span): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    with ended as (
      select kind, state, first_owner_institution_id = ${institutionId} as own from commitments.commitment
      where (first_owner_institution_id = ${institutionId} or owner_institution_id = ${institutionId}) and state in ('met', 'missed')
        and ended_at >= ${from} and ended_at < ${until})
    select kind, count(*) filter (where own and state = 'met')::int as met, count(*) filter (where own and state = 'missed')::int as missed,
      count(*) filter (where not own)::int as taken_over
    from ended group by kind order by kind`.execute(db)
  return rows
}
