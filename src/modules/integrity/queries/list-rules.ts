import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, instant, nullable, plainDate, words } from '../../../platform/operation/schema.ts'
import { inForceOn } from '../domain/compile.ts'
import { amountBases, ruleResults } from '../domain/rule.ts'
import { countFindings } from '../store/finding.ts'
import { findRules } from '../store/rules.ts'

/** The rules in force today, and how often each found something in claims the acting institution has a part in. */
export const listRules = defineQuery({
  name: 'integrity.list-rules',
  zh: '生效的审核规则',
  en: 'Review rules in force',
  permission: 'integrity.finding.read',
  input: T.Object({}),
  output: T.Object({
    items: T.Array(
      T.Object({
        code: T.String(),
        version: T.Integer(),
        name: bilingual,
        result: words(ruleResults, 'verdict'),
        amountBasis: words(amountBases, 'amountBasis'),
        basis: bilingual,
        validFrom: plainDate,
        validUntil: nullable(plainDate),
        /** Codes of the items it is about. */
        items: T.Array(T.String()),
        found: T.Integer(),
        lastFoundAt: nullable(instant),
      }),
    ),
  }),
  refusals: [],
  async run(work) {
    const today = dateIn(defaultZone, work.now)
    const counts = await countFindings(work)
    const inForce = (await findRules(work)).versions.filter((version) => inForceOn(version, today))
    return ok({
      items: inForce.map(({ code, version, name, result, amountBasis, basis, validFrom, validUntil, points }) => ({
        ...{ code, version, name, result, amountBasis, basis, validFrom, validUntil },
        items: points.flatMap(({ items }) => items.flatMap(({ codes }) => codes)),
        found: counts.get(code)?.found ?? 0,
        lastFoundAt: counts.get(code)?.last ?? null,
      })),
    })
  },
})
