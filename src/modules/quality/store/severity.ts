import { sql } from 'kysely'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { SeverityRule, SeverityRules } from '../domain/severity.ts'

/** What the severities mean on a day. */
export async function findSeverityRules({ db }: Work, date: PlainDate): Promise<SeverityRules> {
  const { rows } = await sql<SeverityRule>`select distinct on (severity) * from quality.severity_rule
    where valid_from <= ${date} order by severity, valid_from desc`.execute(db)
  return new Map(rows.map((rule) => [rule.severity, rule]))
}
