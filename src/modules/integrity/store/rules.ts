import { sql } from 'kysely'
import { Check } from 'typebox/value'
import { assert } from '../../../kernel/assert.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { compileRules, type RuleSet } from '../domain/compile.ts'
import { pointsSchema, type RuleVersion } from '../domain/rule.ts'

/** The rules of this process, by the versions they were made from: a version never changes. */
let compiled: { readonly edition: string; readonly rules: RuleSet } | null = null

/** All rule versions, ready to be asked. */
export async function findRules(work: Pick<Work, 'db'>): Promise<RuleSet> {
  const {
    rows: [known],
  } = await sql<{ edition: string }>`
    select coalesce(string_agg(code || ' ' || version || ' ' || valid_from || ' ' || coalesce(valid_until::text, ''), ',' order by code, version), '') as edition
    from integrity.rule_version`.execute(work.db)
  const edition = known?.edition ?? ''
  if (compiled?.edition !== edition) compiled = { edition, rules: compileRules(await listVersions(work)) }
  return compiled.rules
}

async function listVersions({ db }: Pick<Work, 'db'>): Promise<RuleVersion[]> {
  const { rows } = await sql<RuleVersion>`
    select v.code, v.version, v.valid_from, v.valid_until, v.result, v.amount_basis, v.reasons, v.points,
      jsonb_build_object('zh', r.name_zh, 'en', r.name_en) as name, jsonb_build_object('zh', v.basis_zh, 'en', v.basis_en) as basis,
      jsonb_build_object('zh', v.sentence_zh, 'en', v.sentence_en) as sentence
    from integrity.rule_version v join integrity.rule r on r.code = v.code order by v.code, v.version`.execute(db)
  for (const { code, version, points } of rows) assert(Check(pointsSchema, points), `the points of ${code} version ${version} are readable`)
  return rows
}
