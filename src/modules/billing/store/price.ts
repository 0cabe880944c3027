import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { ChargeCategory } from '../../agreements/index.ts'
import { itemKey, type SystemCode } from '../domain/service.ts'
import type { BillingTables } from '../tables.ts'

/** What one unit of an item costs, fen. */
export type Price = { readonly amountFen: bigint; readonly category: ChargeCategory }

/** The unit prices of items at who performs them on a day, by `system:code`; what has no price is absent. */
export async function findPrices(
  { db }: Work,
  institutionId: Id<'institution'>,
  items: readonly SystemCode[],
  date: PlainDate,
): Promise<ReadonlyMap<string, Price>> {
  const [systems, codes] = [items.map(({ system }) => system), items.map(({ code }) => code)]
  const { rows } = await sql<SystemCode & Price>`
    select distinct on (p.system, p.code) p.system, p.code, p.amount_fen, p.category
    from billing.price p join unnest(${systems}::text[], ${codes}::text[]) as wanted (system, code) using (system, code)
    where p.institution_id = ${institutionId} and p.valid_from <= ${date}::date order by p.system, p.code, p.valid_from desc`.execute(db)
  return new Map(rows.map(({ system, code, ...price }) => [itemKey({ system, code }), price]))
}

/** Writes a price from a day on; the same day again replaces it. */
export async function savePrice(
  { db }: Work,
  institutionId: Id<'institution'>,
  { system, code, category, amountFen, validFrom }: SystemCode & Price & { readonly validFrom: PlainDate },
): Promise<void> {
  await db
    .withTables<BillingTables>()
    .insertInto('billing.price')
    .values({ institutionId, system, code, category, amountFen, validFrom })
    .onConflict((conflict) => conflict.columns(['institutionId', 'system', 'code', 'validFrom']).doUpdateSet({ category, amountFen }))
    .execute()
}

export type Parameter = 'days-to-pay' | 'days-to-refund'

/** A parameter as in force on a day. */
export async function findParameter({ db }: Work, name: Parameter, date: PlainDate): Promise<number> {
  const {
    rows: [row],
  } = await sql<{ value: number }>`select value from billing.parameter where name = ${name} and valid_from <= ${date}::date
    order by valid_from desc limit 1`.execute(db)
  return row?.value ?? 0
}
