import { sql } from 'kysely'
import type { Work } from '../../../platform/operation/index.ts'
import type { Fact } from '../domain/fact.ts'

/** Writes facts in one statement; what the same source has said before is changed. Answers how many are new or differ. */
export async function writeFacts(work: Work, facts: readonly Fact[]): Promise<number> {
  const rows = facts.map(({ code, name, ...fact }) => ({
    id: work.newId<'fact'>(),
    ...fact,
    codeSystem: code?.system ?? null,
    code: code?.code ?? null,
    nameZh: name.zh,
    nameEn: name.en,
  }))
  const { rows: written } = await sql`
    insert into people.fact as known (id, person_id, institution_id, kind, status, code_system, code, name_zh, name_en, value, unit, low, high, flag, note,
      happened_at, ended_at, source, source_id, recorded_at)
    select id, "personId", "institutionId", kind, status, "codeSystem", code, "nameZh", "nameEn", value, unit, low, high, flag, note,
      "happenedAt", "endedAt", source, "sourceId", ${work.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as sent (id uuid, "personId" uuid, "institutionId" uuid, kind text, status text, "codeSystem" text,
      code text, "nameZh" text, "nameEn" text, value float8, unit text, low float8, high float8, flag text, note text, "happenedAt" timestamptz,
      "endedAt" timestamptz, source text, "sourceId" text)
    on conflict on constraint fact_comes_once do update set status = excluded.status, code_system = excluded.code_system, code = excluded.code,
      name_zh = excluded.name_zh, name_en = excluded.name_en, value = excluded.value, unit = excluded.unit, low = excluded.low, high = excluded.high,
      flag = excluded.flag, note = excluded.note, happened_at = excluded.happened_at, ended_at = excluded.ended_at,
      version = known.version + 1, changed_at = ${work.now}
    where known.person_id = excluded.person_id and
      (known.status, known.code, known.name_zh, known.name_en, known.value, known.unit, known.flag, known.note, known.happened_at, known.ended_at) is distinct from
      (excluded.status, excluded.code, excluded.name_zh, excluded.name_en, excluded.value, excluded.unit, excluded.flag, excluded.note, excluded.happened_at, excluded.ended_at)
    returning known.id`.execute(work.db)
  return written.length
}

/** What resources no longer say, since they were sent anew, was entered in error: every fact of theirs that is not among `kept`. */
export async function withdrawFacts(
  { db }: Work,
  source: string,
  { personIds, ids, kept }: { personIds: readonly string[]; ids: readonly string[]; kept: readonly string[] },
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await sql`update people.fact set status = 'entered-in-error'
    where person_id = any (${personIds}::uuid[]) and source = ${source} and split_part(source_id, '#', 1) = any (${ids}::text[])
      and source_id <> all (${kept}::text[]) and status <> 'entered-in-error' returning id`.execute(db)
  return rows.length
}
