import { sql } from 'kysely'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { BookingTables } from '../tables.ts'

const tables = ({ db }: Work) => db.withTables<BookingTables>()

const codeDigits = 6

/** Six digits from the random end of a new id. */
const newCode = (work: Work): string =>
  String(BigInt(`0x${work.newId().replaceAll('-', '').slice(-14)}`) % 10n ** BigInt(codeDigits)).padStart(codeDigits, '0')

/** The code that who checks herself in at a site on a day must know; made when it is first asked for. */
export async function readPresenceCode(work: Work, siteId: Id<'site'>, day: PlainDate): Promise<string> {
  const read = () =>
    tables(work).selectFrom('booking.siteDay').select('presenceCode').where('siteId', '=', siteId).where('day', '=', day).executeTakeFirst()
  const known = await read()
  if (known) return known.presenceCode
  await tables(work)
    .insertInto('booking.siteDay')
    .values({ siteId, day, presenceCode: newCode(work) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return present(await read(), 'the day of a site').presenceCode
}

/** The next number of a site and day: A001 for who is booked, W001 for who walks in. */
export async function takeTicket(work: Work, siteId: Id<'site'>, day: PlainDate, walkIn: boolean): Promise<string> {
  const column = walkIn ? sql.ref('last_walk_in') : sql.ref('last_appointment')
  const { rows } = await sql<{ last: number }>`
    insert into booking.site_day as today (site_id, day, presence_code, ${column}) values (${siteId}, ${day}, ${newCode(work)}, 1)
    on conflict (site_id, day) do update set ${column} = today.${column} + 1 returning ${column} as last`.execute(work.db)
  return `${walkIn ? 'W' : 'A'}${String(present(rows[0], 'a ticket').last).padStart(3, '0')}`
}

/** Whether the wall of a site shows masked names beside the numbers. */
export async function readShowsNames(work: Work, siteId: Id<'site'>): Promise<boolean> {
  const row = await tables(work).selectFrom('booking.siteSetting').select('showsNames').where('siteId', '=', siteId).executeTakeFirst()
  return row?.showsNames ?? false
}

export async function saveShowsNames(work: Work, siteId: Id<'site'>, showsNames: boolean): Promise<void> {
  await tables(work)
    .insertInto('booking.siteSetting')
    .values({ siteId, showsNames })
    .onConflict((conflict) => conflict.column('siteId').doUpdateSet({ showsNames }))
    .execute()
}
