import { sql } from 'kysely'
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { assert } from '../../../kernel/assert.ts'
import type { Name } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import {
  type Better,
  denominatorSchema,
  exclusionsSchema,
  type Indicator,
  mistakesOf,
  numeratorSchema,
  parametersSchema,
} from '../domain/indicator.ts'

type Row = {
  readonly code: string
  readonly name: Name
  readonly better: Better
  readonly version: number
  readonly validFrom: PlainDate
  readonly unit: Name
  readonly digits: number
  readonly smallestCount: number
  readonly parameters: unknown
  readonly denominator: unknown
  readonly exclusions: unknown
  readonly numerator: unknown
}

/** Indicators as defined on a day, in the order of the lists; one that has no version then is left out. */
export async function findIndicators({ db }: Pick<Work, 'db'>, day: PlainDate): Promise<Indicator[]> {
  const { rows } = await sql<Row>`
    select i.code, jsonb_build_object('zh', i.name_zh, 'en', i.name_en) as name, i.better, v.version, v.valid_from,
      jsonb_build_object('zh', v.unit_zh, 'en', v.unit_en) as unit, v.digits, v.smallest_count, v.parameters, v.denominator, v.exclusions, v.numerator
    from quality.indicator i join quality.indicator_version v on v.code = i.code
    where v.valid_from <= ${day} and (v.valid_until is null or v.valid_until >= ${day})
    order by i.place`.execute(db)
  return rows.map(indicatorOf)
}

/** @throws when a definition names what the catalogue does not have: nothing of it may be computed. */
function indicatorOf({ code, name, better, parameters, denominator, exclusions, numerator, ...rest }: Row): Indicator {
  const read = <Schema extends TSchema>(schema: Schema, value: unknown, part: string): Static<Schema> => {
    assert(Check(schema, value), `${part} of the indicator ${code} does not read as the language says`)
    return value as Static<Schema>
  }
  const definition = {
    ...rest,
    parameters: read(parametersSchema, parameters, 'parameters'),
    denominator: read(denominatorSchema, denominator, 'denominator'),
    exclusions: read(exclusionsSchema, exclusions, 'exclusions'),
    numerator: read(numeratorSchema, numerator, 'numerator'),
  }
  const mistakes = mistakesOf(definition)
  assert(mistakes.length === 0, `indicator ${code}: ${mistakes.join('; ')}`)
  return { code, name, better, definition }
}
