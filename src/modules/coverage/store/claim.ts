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

export async function insertClaim(work: Work, claim: Claim): Promise<void> {
  const { id, number, billId, billNumber, payerId, networkId, collectorId, memberId, personId, visitId, serviceDate, diagnoses } = claim
  const institutionIds = [collectorId]
  const { madeAt } = claim
  await tables(work)
    .insertInto('coverage.claim')
    .values({
      ...{
        id,
        number,
        billId,
        billNumber,
        payerId,
        networkId,
        collectorId,
        memberId,
        personId,
        visitId,
        serviceDate,
        madeAt,
        institutionIds,
      },
      ...changing(claim),
      diagnoses: [...diagnoses],
    })
    .execute()
  await tables(work)
    .insertInto('coverage.claimLine')
    .values(
      claim.lines.map((line) => {
        const { sequence, lineId, name, system, itemCode, category } = line
        const item = { sequence, lineId, nameZh: name.zh, nameEn: name.en, system, itemCode, category }
        return { claimId: id, personId, institutionIds, ...item, ...changingOf(line) }
      }),
    )
    .execute()
}

/** What of a claim changes while it is settled. */
const changing = ({
  state,
  revision,
  answeredRevision,
  paidFen,
  paidAt,
  query,
  dueAt,
  deductibleFen,
  answeredDeductibleFen,
  corrected,
}: Claim) => ({
  ...{ state, revision, answeredRevision, paidFen, paidAt, query, dueAt, deductibleFen, answeredDeductibleFen },
  correctedDeductibleFen: corrected.deductibleFen,
  correctedBenefitFen: corrected.benefitFen,
})
const changingOf = ({ quantity, listFen, discountFen, payerFen, patientFen, answeredFen, denialCode }: ClaimLine) => ({
  ...{ quantity, listFen, discountFen, payerFen, patientFen, answeredFen, denialCode },
})

/** Writes what can change of a claim and of its lines. */
export async function saveClaim(work: Work, claim: Claim): Promise<void> {
  await tables(work).updateTable('coverage.claim').set(changing(claim)).where('id', '=', claim.id).execute()
  for (const line of claim.lines)
    await tables(work)
      .updateTable('coverage.claimLine')
      .set(changingOf(line))
      .where('claimId', '=', claim.id)
      .where('sequence', '=', line.sequence)
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
  'answeredDeductibleFen',
  'correctedDeductibleFen',
  'correctedBenefitFen',
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
  if (!row) return undefined
  const { correctedDeductibleFen, correctedBenefitFen, ...claim } = row
  const corrected = { deductibleFen: correctedDeductibleFen, benefitFen: correctedBenefitFen }
  return { ...claim, corrected, lines: await findLines(work, row.id as Id<'claim'>) } as Claim
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
