import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { CriticalValue } from '../domain/critical-value.ts'
import type { Order } from '../domain/order.ts'
import type { LabValue } from '../domain/result.ts'
import type { CareTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<CareTables>()
const columns = [
  'id',
  'orderId',
  'personId',
  'ordererId',
  'performerId',
  'nameZh',
  'nameEn',
  'value',
  'unit',
  'flag',
  'state',
  'told',
  'toldBy',
  'reportedAt',
  'reportedBy',
  'wrongReadBacks',
  'readBackAt',
  'readBackBy',
  'handling',
  'handledAt',
  'handledBy',
  'version',
] as const

type Row = Omit<CriticalValue, 'name'> & { readonly nameZh: string; readonly nameEn: string }
const criticalOf = ({ nameZh, nameEn, ...row }: Row): CriticalValue => ({ ...row, name: { zh: nameZh, en: nameEn } })

/** Writes a critical value of a released result, to be reported. */
export async function insertCriticalValue(
  work: Work,
  { id: orderId, personId, ordererId, performerId }: Order,
  { code, name, value, unit, flag }: LabValue,
): Promise<Id<'critical-value'>> {
  const id = work.newId<'critical-value'>()
  await tables(work)
    .insertInto('care.criticalValue')
    .values({
      id,
      orderId,
      personId,
      ordererId,
      performerId,
      analyteCode: code,
      nameZh: name.zh,
      nameEn: name.en,
      value,
      unit,
      flag: flag ?? '',
      state: 'to-report',
    })
    .execute()
  return id
}

export async function lockCriticalValue(work: Work, id: Id<'critical-value'>): Promise<CriticalValue | undefined> {
  const row = await tables(work).selectFrom('care.criticalValue').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && criticalOf(row as unknown as Row)
}

export async function saveCriticalValue(work: Work, { id, ...critical }: CriticalValue): Promise<void> {
  const { state, told, toldBy, reportedAt, reportedBy, wrongReadBacks, readBackAt, readBackBy, handling, handledAt, handledBy, version } =
    critical
  await tables(work)
    .updateTable('care.criticalValue')
    .set({ state, told, toldBy, reportedAt, reportedBy, wrongReadBacks, readBackAt, readBackBy, handling, handledAt, handledBy, version })
    .where('id', '=', id)
    .execute()
}

/** Critical values of an order. */
export async function listCriticalValues(work: Work, orderId: Id<'order'>): Promise<CriticalValue[]> {
  const rows = await tables(work).selectFrom('care.criticalValue').select(columns).where('orderId', '=', orderId).orderBy('id').execute()
  return (rows as unknown as Row[]).map(criticalOf)
}
