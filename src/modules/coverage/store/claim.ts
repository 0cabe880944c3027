import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Claim, ClaimLine } from '../domain/claim.ts'
import { tables } from './tables.ts'

/** The next number of a collector and a day, `CL-20261125-0001`. */
export async function nextClaimNumber({ db }: Work, collectorId: Id<'institution'>, day: PlainDate): Promise<string> {
  const { rows } = await sql<{
    last: number
  }>`insert into coverage.claim_number (collector_id, day, last) values (${collectorId}, ${day}, 1)
    on conflict (collector_id, day) do update set last = claim_number.last + 1 returning last`.execute(db)
  return `CL-${day.replaceAll('-', '')}-${String(rows[0]?.last ?? 1).padStart(4, '0')}`
}

export async function insertClaim(work: Work, { lines, ...claim }: Claim): Promise<void> {
  const institutionIds = [claim.collectorId]
  await tables(work)
    .insertInto('coverage.claim')
    .values({ ...claim, diagnoses: [...claim.diagnoses], institutionIds })
    .execute()
  await tables(work)
    .insertInto('coverage.claimLine')
    .values(
      lines.map(({ name, ...line }) => ({
        ...line,
        claimId: claim.id,
        personId: claim.personId,
        nameZh: name.zh,
        nameEn: name.en,
        institutionIds,
      })),
    )
    .execute()
}

/** Writes what can change of a claim and of its lines. */
export async function saveClaim(work: Work, claim: Claim): Promise<void> {
  const { state, revision, answeredRevision, paidFen, paidAt, query, dueAt, deductibleFen } = claim
  await tables(work)
    .updateTable('coverage.claim')
    .set({ state, revision, answeredRevision, paidFen, paidAt, query, dueAt, deductibleFen })
    .where('id', '=', claim.id)
    .execute()
  for (const { sequence, quantity, listFen, discountFen, payerFen, patientFen, answeredFen, denialCode } of claim.lines)
    await tables(work)
      .updateTable('coverage.claimLine')
      .set({ quantity, listFen, discountFen, payerFen, patientFen, answeredFen, denialCode })
      .where('claimId', '=', claim.id)
      .where('sequence', '=', sequence)
      .execute()
}

const columns = [
  'id',
  'number',
  'billId',
  'billNumber',
  'payerId',
  'networkId',
  'collectorId',
  'memberId',
  'personId',
  'visitId',
  'serviceDate',
  'diagnoses',
  'deductibleFen',
  'state',
  'revision',
  'answeredRevision',
  'paidFen',
  'paidAt',
  'query',
  'madeAt',
  'dueAt',
] as const

type By = { readonly id: Id<'claim'> } | { readonly billId: Id<'bill'> }

export async function findClaim(work: Work, by: By, locked = false): Promise<Claim | undefined> {
  const [column, value] = 'id' in by ? (['id', by.id] as const) : (['billId', by.billId] as const)
  const row = await tables(work)
    .selectFrom('coverage.claim')
    .select(columns)
    .where(column, '=', value as never)
    .$if(locked, (query) => query.forNoKeyUpdate())
    .executeTakeFirst()
  return row && ({ ...row, lines: await findLines(work, row.id as Id<'claim'>) } as Claim)
}

/** The claim's row is what rivals lock, whatever of it they change. */
export const lockClaim = (work: Work, by: By): Promise<Claim | undefined> => findClaim(work, by, true)

async function findLines(work: Work, claimId: Id<'claim'>): Promise<ClaimLine[]> {
  const rows = await tables(work).selectFrom('coverage.claimLine').selectAll().where('claimId', '=', claimId).orderBy('sequence').execute()
  return rows.map(({ nameZh, nameEn, claimId: _, personId: __, institutionIds: ___, ...line }) => ({
    ...line,
    name: { zh: nameZh, en: nameEn },
  })) as ClaimLine[]
}
