import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Fact, FactKind } from '../domain/fact.ts'

export type ActiveFact = Pick<Fact, 'code' | 'name' | 'note' | 'institutionId' | 'happenedAt' | 'source' | 'sourceId'>

/** What of one kind is known and holds now of a person, over all institutions; she is opened, or the caller has a network scope. */
export async function findActiveFacts({ db }: Work, personId: Id<'person'>, kind: FactKind): Promise<ActiveFact[]> {
  type Row = Omit<ActiveFact, 'code' | 'name'> & {
    codeSystem: string | null
    code: string | null
    nameZh: string | null
    nameEn: string | null
  }
  const { rows } =
    await sql<Row>`select code_system, code, name_zh, name_en, note, institution_id, happened_at, source, source_id from people.fact
    where person_id = ${personId} and kind = ${kind} and status = 'active' order by happened_at desc, id desc`.execute(db)
  return rows.map(({ codeSystem, code, nameZh, nameEn, ...fact }) => ({
    ...fact,
    code: codeSystem !== null && code !== null ? { system: codeSystem, code } : null,
    name: { zh: nameZh, en: nameEn },
  }))
}
