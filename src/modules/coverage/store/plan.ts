import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type PlainDate, plusDays } from '../../../kernel/time.ts'
import { violates } from '../../../platform/database/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Contract } from '../domain/contract.ts'
import type { PlanTerms } from '../domain/plan.ts'
import { refuse } from '../refusals.ts'
import { tables } from './tables.ts'

type Coded = { readonly code: string; readonly name: { readonly zh: string; readonly en: string } }
type Days = { readonly validFrom: PlainDate; readonly validUntil: PlainDate | null }

/** The payer of this code, made if there is none; a known one keeps its name. */
export async function keepPayer(work: Work, { code, name }: Coded): Promise<Id<'payer'>> {
  await tables(work)
    .insertInto('coverage.payer')
    .values({ id: work.newId<'payer'>(), code, nameZh: name.zh, nameEn: name.en })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
  return (await tables(work).selectFrom('coverage.payer').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id as Id<'payer'>
}

export async function keepProduct(work: Work, payerId: Id<'payer'>, { code, name }: Coded): Promise<Id<'product'>> {
  await tables(work)
    .insertInto('coverage.product')
    .values({ id: work.newId<'product'>(), payerId, code, nameZh: name.zh, nameEn: name.en })
    .onConflict((conflict) => conflict.columns(['payerId', 'code']).doNothing())
    .execute()
  const product = tables(work).selectFrom('coverage.product').select('id').where('payerId', '=', payerId).where('code', '=', code)
  return (await product.executeTakeFirstOrThrow()).id as Id<'product'>
}

export const findPayerId = async (work: Work, code: string): Promise<Id<'payer'> | undefined> =>
  (await tables(work).selectFrom('coverage.payer').select('id').where('code', '=', code).executeTakeFirst())?.id as Id<'payer'> | undefined

export async function findProductId(work: Work, payerId: Id<'payer'>, code: string): Promise<Id<'product'> | undefined> {
  const product = tables(work).selectFrom('coverage.product').select('id').where('payerId', '=', payerId).where('code', '=', code)
  return (await product.executeTakeFirst())?.id as Id<'product'> | undefined
}

/** The contract of a payer with a network on a day. */
export async function findContract(
  work: Work,
  payerId: Id<'payer'>,
  networkId: Id<'network'>,
  date: PlainDate,
): Promise<Contract | undefined> {
  const { rows } = await sql<Contract>`select discount_basis_points, answer_days from coverage.contract
    where payer_id = ${payerId} and network_id = ${networkId} and daterange(valid_from, valid_until, '[]') @> ${date}::date`.execute(
    work.db,
  )
  return rows[0]
}

/** A contract from a day on; one that was open-ended ends the day before. */
export async function insertContract(
  work: Work,
  payerId: Id<'payer'>,
  networkId: Id<'network'>,
  { validFrom, validUntil, ...contract }: Contract & Days,
): Promise<Result<null, 'coverage.contract-overlaps'>> {
  await sql`update coverage.contract set valid_until = ${plusDays(validFrom, -1)}
    where payer_id = ${payerId} and network_id = ${networkId} and valid_until is null and valid_from < ${validFrom}::date`.execute(work.db)
  try {
    await tables(work)
      .insertInto('coverage.contract')
      .values({ id: work.newId(), payerId, networkId, ...contract, validFrom, validUntil })
      .execute()
    return ok(null)
  } catch (error) {
    if (violates(error, 'contracts_are_apart')) return refuse('coverage.contract-overlaps', { validFrom })
    throw error
  }
}

/** A version of a product's terms from a day on; one that was open-ended ends the day before. */
export async function insertPlanVersion(
  work: Work,
  productId: Id<'product'>,
  terms: PlanTerms,
  { validFrom, validUntil }: Days,
): Promise<Result<Id<'plan-version'>, 'coverage.plan-overlaps'>> {
  await sql`update coverage.plan_version set valid_until = ${plusDays(validFrom, -1)}
    where product_id = ${productId} and valid_until is null and valid_from < ${validFrom}::date`.execute(work.db)
  const { rows } = await sql<{ number: number }>`
    select coalesce(max(number), 0) + 1 as number from coverage.plan_version where product_id = ${productId}`.execute(work.db)
  const id = work.newId<'plan-version'>()
  try {
    await tables(work)
      .insertInto('coverage.planVersion')
      .values({ id, productId, number: rows[0]?.number ?? 1, terms: JSON.stringify(terms), validFrom, validUntil })
      .execute()
    return ok(id)
  } catch (error) {
    if (violates(error, 'plan_versions_are_apart')) return refuse('coverage.plan-overlaps', { validFrom })
    throw error
  }
}
