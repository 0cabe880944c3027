import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { type PlainDate, plusDays } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Claim, CountedLine } from '../domain/claim.ts'
import type { RuleSet } from '../domain/compile.ts'
import { type KeptLine, type KeptWithdrawal, linesBefore } from '../domain/history.ts'

/** Locks what is known of a person's lines until the transaction ends, so that two reviews at once see each other. */
export async function lockHistory({ db }: Work, personId: Id<'person'>): Promise<void> {
  await sql`insert into integrity.history (person_id, position) values (${personId}, 0) on conflict do nothing`.execute(db)
  await sql`select position from integrity.history where person_id = ${personId} for update`.execute(db)
}

/** The next position of a person's history, whose row is locked. */
export async function takePosition({ db }: Work, personId: Id<'person'>): Promise<number> {
  const {
    rows: [row],
  } = await sql<{
    position: number
  }>`update integrity.history set position = position + 1 where person_id = ${personId} returning position`.execute(db)
  return present(row, 'the history of the person').position
}

/** The person's recorded lines that the windows of the rules can reach from this claim. */
export async function findEarlierLines(work: Work, { personId, lines }: Claim, { lookBackDays }: RuleSet): Promise<CountedLine[]> {
  const first = lines.map(({ date }) => date).toSorted()[0]
  if (first === undefined || lookBackDays === 0) return []
  const since = plusDays(first, -lookBackDays)
  return linesBefore(await listKeptLines(work, personId, since), await listWithdrawals(work, personId), null)
}

async function listKeptLines({ db }: Work, personId: Id<'person'>, since: PlainDate): Promise<KeptLine[]> {
  const { rows } = await sql<KeptLine>`select line_id, visit_id, system, code, quantity, at, date, position from integrity.reviewed_line
    where person_id = ${personId} and date >= ${since}`.execute(db)
  return rows
}

async function listWithdrawals({ db }: Work, personId: Id<'person'>): Promise<KeptWithdrawal[]> {
  const { rows } =
    await sql<KeptWithdrawal>`select line_id, position, quantity from integrity.withdrawal where person_id = ${personId}`.execute(db)
  return rows
}
