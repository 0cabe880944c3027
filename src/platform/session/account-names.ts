import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import type { Name } from '../../kernel/result.ts'
import type { Work } from '../operation/index.ts'

/** What accounts are called, to say who did something. */
export async function findAccountNames({ db }: Work, ids: readonly Id<'account'>[]): Promise<ReadonlyMap<string, Name>> {
  const { rows } = await sql<{ id: string; nameZh: string; nameEn: string }>`
    select id, name_zh, name_en from platform.account where id = any (${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, nameZh, nameEn }) => [id, { zh: nameZh, en: nameEn }]))
}
