import { type Static, Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import { maskName } from '../../../kernel/masked-name.ts'
import type { Name } from '../../../kernel/result.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, toInstant } from '../../../kernel/time.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { type Field, fieldOf, sourceNames } from '../domain/catalogue.ts'
import { type Definition, partsOf } from '../domain/indicator.ts'
import { codeWord, exclusionSentence } from '../domain/indicator-sentence.ts'
import { fieldsNamedIn, partOfRow, rowParts } from '../domain/row.ts'
import { refuse } from '../refusals.ts'
import { findIndicators } from '../store/indicator.ts'
import { type IndicatorRow, listRows, type RowKey } from '../store/row.ts'
import { askedInput, askedRefusals, findAsked, network } from './asked.ts'

const limit = 50

/** One of the fields by which the indicator counts; of number, moment and text one is there, or none is known. */
const valueView = T.Object({
  field: bilingual,
  unit: nullable(bilingual),
  number: nullable(T.Number()),
  at: nullable(instant),
  text: nullable(bilingual),
})

const rowView = T.Object({
  id: T.String({ format: 'uuid' }),
  source: words(sourceNames, 'indicatorSource'),
  at: instant,
  name: bilingual,
  institution: bilingual,
  site: nullable(bilingual),
  /** Null: nobody here has her on a card. */
  patient: nullable(T.String({ description: 'masked' })),
  part: words(rowParts, 'rowPart'),
  /** What it adds. */
  numerator: T.Number(),
  denominator: T.Integer(),
  /** Why it does not count; null: it does. */
  because: nullable(bilingual),
  values: T.Array(valueView),
  /** Where the reader's institution can look at it; all null: it has no part in it. */
  visitId: nullable(idOf('visit')),
  findingId: nullable(idOf('finding')),
  statementId: nullable(idOf('statement')),
})

/** The rows behind the number of one period, the newest first: exactly those it counts, and those it leaves out with the reason. */
export const listIndicatorRows = defineQuery({
  name: 'quality.list-indicator-rows',
  zh: '指标背后的明细',
  en: 'The rows behind an indicator',
  permission: 'quality.indicator.read',
  network,
  input: T.Object({
    code: T.String({ maxLength: 60 }),
    ...askedInput,
    part: T.Optional(words(rowParts, 'rowPart')),
    after: T.Optional(T.String()),
  }),
  output: page(rowView),
  refusals: [...askedRefusals, 'quality.indicator-unknown'],
  async run(work, { code, part, after, ...input }) {
    const found = await findAsked(work, input)
    if (!found.ok) return found
    const { current, scope, reach } = found.value
    const definition = (await findIndicators(work, current.last)).find((one) => one.code === code)?.definition
    if (!definition) return refuse('quality.indicator-unknown', { code, day: current.last })
    const open = { ...scope, institutionIds: scope.institutionIds ?? reach.institutionIds }
    const rows = await listRows(
      work,
      definition,
      { ...open, from: current.from, until: current.until },
      { part: part ?? null, after: keyOf(after), limit: limit + 1 },
    )
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return ok({
      items: rows.slice(0, limit).map((row) => viewOfRow(row, definition)),
      next: last ? pageKey(last.at, last.id, String(last.isBase)) : null,
    })
  },
})

function keyOf(after: string | undefined): RowKey | null {
  const [at, id, isBase] = parsePageKey(after) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return null
  return { at: at as Instant, id, isBase: isBase === 'true' }
}

function viewOfRow(row: IndicatorRow, definition: Definition): Static<typeof rowView> {
  const { id, source, at, name, institution, site, personName, numerator, denominator, visitId, findingId, statementId } = row
  const part = present(
    partsOf(definition).find(({ isBase }) => isBase === row.isBase),
    'the part of a row',
  )
  return {
    ...{ id, source, at, name, institution, site, numerator, denominator, visitId, findingId, statementId },
    patient: personName === null ? null : maskName(personName),
    part: partOfRow(row, definition),
    because: row.excludedBy === null ? null : exclusionSentence(definition, part.counted, row.excludedBy),
    values: fieldsNamedIn(definition, part).map((field) => viewOfValue(present(fieldOf(source, field), field), row.values[field] ?? null)),
  }
}

const yesNo: Readonly<Record<'yes' | 'no', Name>> = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }

function viewOfValue(field: Field, value: string | number | boolean | null): Static<typeof valueView> {
  const { zh, en } = field
  const shown = { field: { zh, en }, unit: 'unit' in field ? { ...field.unit } : null, number: null, at: null, text: null }
  if (value === null) return shown
  if (typeof value === 'number') return { ...shown, number: value }
  if (typeof value === 'boolean') return { ...shown, text: yesNo[value ? 'yes' : 'no'] }
  if (field.kind === 'moment') return { ...shown, at: toInstant(value) }
  return { ...shown, text: codeWord(field, value) }
}
