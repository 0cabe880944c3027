import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Offering, PricePart } from '../domain/offering.ts'
import { refuse } from '../refusals.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

export async function insertOffering(
  work: Work,
  { id, networkId, ownerId, code, name, durationMinutes, setupMinutes, preparation, needs }: Omit<Offering, 'prices'>,
): Promise<Result<null, 'booking.offering-code-taken'>> {
  const words = { nameZh: name.zh, nameEn: name.en, preparationZh: preparation?.zh ?? null, preparationEn: preparation?.en ?? null }
  try {
    await tables(work)
      .insertInto('booking.offering')
      .values({ id, networkId, ownerId, code, durationMinutes, setupMinutes, validUntil: null, ...words })
      .execute()
  } catch (error) {
    if (violates(error, 'offering_network_id_code_key')) return refuse('booking.offering-code-taken', { code })
    throw error
  }
  await tables(work)
    .insertInto('booking.offeringNeed')
    .values(needs.map((need) => ({ offeringId: id, ...need })))
    .execute()
  return ok(null)
}

/** Prices in force from a day on. */
export async function insertPrices(
  work: Work,
  offeringId: Id<'offering'>,
  prices: readonly PricePart[],
  validFrom: PlainDate,
): Promise<void> {
  await tables(work).deleteFrom('booking.offeringPrice').where('offeringId', '=', offeringId).where('validFrom', '=', validFrom).execute()
  await tables(work)
    .insertInto('booking.offeringPrice')
    .values(prices.map((price) => ({ offeringId, validFrom, ...price })))
    .execute()
}

export async function lockOffering(work: Work, id: Id<'offering'>): Promise<{ ownerId: Id<'institution'> } | undefined> {
  return tables(work).selectFrom('booking.offering').select('ownerId').where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function retireOfferingRow(work: Work, id: Id<'offering'>, validUntil: PlainDate): Promise<void> {
  await tables(work).updateTable('booking.offering').set({ validUntil }).where('id', '=', id).execute()
}

/** Offerings of networks (null: of all) that are offered on a day, of any specialty or by experts of one, by key. */
export function listOfferingRows(
  work: Work,
  networkIds: readonly Id<'network'>[] | null,
  date: PlainDate,
  specialty: string | null,
  after: string | null,
  limit: number,
) {
  return tables(work)
    .selectFrom('booking.offering')
    .select([
      'id',
      'ownerId',
      'code',
      'nameZh',
      'nameEn',
      'durationMinutes',
      'setupMinutes',
      'preparationZh',
      'preparationEn',
      'validUntil',
    ])
    .where(({ eb, or }) => or([eb('validUntil', 'is', null), eb('validUntil', '>=', date)]))
    .$if(networkIds !== null, (query) => query.where(sql<boolean>`network_id = any (${networkIds}::uuid[])`))
    .$if(specialty !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('booking.offeringNeed as need')
            .select('need.kind')
            .whereRef('need.offeringId', '=', 'booking.offering.id')
            .where('need.role', '=', 'expert')
            .where('need.kind', '=', specialty as string),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('id', '>', after as Id<'offering'>))
    .orderBy('id')
    .limit(limit)
    .execute()
}
