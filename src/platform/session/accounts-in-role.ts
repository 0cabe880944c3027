import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Name } from '../../kernel/result.ts'
import type { Work } from '../operation/index.ts'

type AccountInRole = {
  readonly accountId: Id<'account'>
  readonly name: Name
  readonly institutionId: Id<'institution'>
  readonly role: string
}

/** Accounts that hold one of these roles at one of these institutions, by name; one of several roles stands in several rows. */
export async function findAccountsInRole(
  { db }: Work,
  roles: readonly string[],
  institutionIds: readonly Id<'institution'>[],
): Promise<AccountInRole[]> {
  const { rows } = await sql<AccountInRole>`
    select a.id as account_id, jsonb_build_object('zh', a.name_zh, 'en', a.name_en) as name, r.institution_id, r.role
    from platform.account_role r join platform.account a on a.id = r.account_id
    where r.role = any (${[...roles]}::text[]) and r.institution_id = any (${[...institutionIds]}::uuid[])
    order by a.name_zh, a.id, r.role`.execute(db)
  return rows
}
