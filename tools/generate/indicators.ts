import type { PlainDate } from '../../src/kernel/time.ts'
import { type Field, sources } from '../../src/modules/quality/domain/catalogue.ts'
import { sentencesOf } from '../../src/modules/quality/domain/indicator-sentence.ts'
import { findIndicators } from '../../src/modules/quality/store/indicator.ts'
import { openDatabase, openPool } from '../../src/platform/database/index.ts'
import { head, table } from './page.ts'

const codesOf = (field: Field): string => (field.kind === 'code' ? Object.keys(field.codes).join(', ') : '')

/** Which indicators are shipped, and what a definition may name. */
export async function indicatorsPage(ownerUrl: string): Promise<string> {
  const database = openDatabase(openPool(ownerUrl, 1))
  try {
    const indicators = await findIndicators({ db: database }, '9999-12-31' as PlainDate)
    const shipped = table(
      ['code', '指标', 'indicator', 'numerator', 'denominator', 'not counted', 'better', 'not judged below'],
      indicators.map(({ code, name, better, definition }) => {
        const { numerator, denominator, exclusions } = sentencesOf(definition)
        const without = exclusions.map(({ en }) => en).join('; ')
        return [`\`${code}\``, name.zh, name.en, numerator.en, denominator.en, without, better, String(definition.smallestCount)]
      }),
    )
    const catalogue = Object.entries(sources).map(([name, { zh, en, moment, institution, fields }]) => {
      const intro = `## \`${name}\`: ${en} / ${zh}\n\nCounts in the period of its ${moment.en}, for the ${institution.en}.\n\n`
      const rows = Object.entries<Field>(fields).map(([field, one]) => [`\`${field}\``, one.kind, `${one.en} / ${one.zh}`, codesOf(one)])
      return intro + table(['field', 'kind', 'what', 'codes'], rows)
    })
    return `${head}# Indicators\n\nHow to read and add them: [concepts](../concepts/indicators.md).\n\n${shipped}\n\n${catalogue.join('\n\n')}\n`
  } finally {
    await database.destroy()
  }
}
