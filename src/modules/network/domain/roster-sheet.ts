import { ok, type Result } from '../../../kernel/result.ts'
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts'
import { type NetworkRefusal, refuse } from '../refusals.ts'
import { type InstitutionKind, institutionKinds, institutionKindWords, type Title, titles, titleWords } from './party.ts'
import type { Period } from './practice.ts'
import { specialties } from './specialty.ts'

type Words = { readonly zh: string; readonly en: string }

/** The columns of a roster, in the order of its example: header words, what they take, and in which records. */
export const rosterColumns = {
  record: { zh: ['类型'], en: 'record', in: 'all', takes: { zh: '机构、医师或备案', en: 'institution, practitioner or filing' } },
  name: { zh: ['名称', '姓名'], en: 'name', in: 'institution, practitioner', takes: { zh: '中文名称', en: 'the Chinese name' } },
  nameEn: { zh: ['英文名'], en: 'name-en', in: 'institution, practitioner', takes: { zh: '可空', en: 'optional' } },
  kind: {
    zh: ['类别'],
    en: 'kind',
    in: 'institution, practitioner',
    takes: { zh: '机构类别；医师填专业', en: 'kind of the institution; specialty of the practitioner' },
  },
  title: { zh: ['职称'], en: 'title', in: 'practitioner', takes: { zh: '职称', en: 'professional title' } },
  institution: {
    zh: ['机构'],
    en: 'institution',
    in: 'practitioner, filing',
    takes: { zh: '主要执业机构；备案填备案机构', en: 'the main institution, or where she is filed; its Chinese name' },
  },
  licence: {
    zh: ['证号'],
    en: 'licence',
    in: 'all',
    takes: {
      zh: '执业证号；备案填该医师的证号；机构可空',
      en: 'licence number; of a filing that of the practitioner; optional for an institution',
    },
  },
  scope: {
    zh: ['范围'],
    en: 'scope',
    in: 'all',
    takes: { zh: '专业，以 ; ；或、分隔；可空', en: 'specialties, separated by ; ； or 、; optional' },
  },
  from: { zh: ['起'], en: 'from', in: 'all', takes: { zh: '首日，如 2026-01-31', en: 'the first day, as 2026-01-31' } },
  until: {
    zh: ['止'],
    en: 'until',
    in: 'all',
    takes: { zh: '末日（含当日）；空为长期', en: 'the last day, included; empty: without an end' },
  },
  network: {
    zh: ['网络代号'],
    en: 'network',
    in: 'institution, practitioner',
    takes: { zh: '加入的网络；可空', en: 'the network to join; optional' },
  },
} as const satisfies Record<string, { zh: readonly string[]; en: string; in: string; takes: Words }>
export type RosterColumn = keyof typeof rosterColumns
export const rosterColumnNames = Object.keys(rosterColumns) as RosterColumn[]

/** One row of the spreadsheet as it was written, with its line in the file. */
export type SheetRow = { readonly line: number } & { readonly [Column in RosterColumn]?: string | undefined }

type Licensed = Period & { readonly licence: string; readonly scope: readonly string[] | null }
export type InstitutionRow = {
  readonly record: 'institution'
  readonly name: string
  readonly nameEn: string | null
  readonly kind: InstitutionKind
  readonly held: Licensed | null
  readonly network: string | null
}
export type PractitionerRow = {
  readonly record: 'practitioner'
  readonly name: string
  readonly nameEn: string | null
  readonly kind: string
  readonly title: Title
  readonly institution: string
  readonly held: Licensed
  readonly network: string | null
}
export type FilingRow = Period & {
  readonly record: 'filing'
  readonly licence: string
  readonly institution: string
  readonly scope: readonly string[] | null
}
export type RosterRow = InstitutionRow | PractitionerRow | FilingRow

export const recordWords = {
  institution: { zh: '机构', en: 'institution' },
  practitioner: { zh: '医师', en: 'practitioner' },
  filing: { zh: '备案', en: 'filing' },
} as const

const labelOf = (column: RosterColumn): string => `${rosterColumns[column].zh.join('/')} ${rosterColumns[column].en}`

/** Which column each header cell names; an unknown one and a missing `record` are refused by name. */
export function readHeader(cells: readonly string[]): Result<readonly RosterColumn[], NetworkRefusal> {
  const columns: RosterColumn[] = []
  for (const cell of cells) {
    const text = cell.trim()
    const column = rosterColumnNames.find((name) => ([...rosterColumns[name].zh, rosterColumns[name].en] as string[]).includes(text))
    if (!column) return refuse('network.roster-column-unknown', { column: text, known: rosterColumnNames.map(labelOf).join(', ') })
    if (columns.includes(column)) return refuse('network.roster-column-twice', { column: labelOf(column) })
    columns.push(column)
  }
  return columns.includes('record') ? ok(columns) : refuse('network.roster-column-missing', { column: labelOf('record') })
}

/** Thrown inside this file only: the first cell that is wrong ends the reading of its row. */
class WrongCell extends Error {
  readonly refused: ReturnType<typeof refuse>
  constructor(refused: ReturnType<typeof refuse>) {
    super()
    this.refused = refused
  }
}

/** What identifies the row's record: institution by name, practitioner by licence number, filing by both and its first day. */
export function keyOf(row: SheetRow): string {
  const text = (column: RosterColumn) => row[column]?.trim() ?? ''
  const record = findWord(recordWords, text('record'))
  if (record === 'institution') return `institution ${text('name')}`
  if (record === 'practitioner') return `practitioner ${text('licence')}`
  return `filing ${text('licence')} ${text('institution')} ${readDate(text('from')) ?? text('from')}`
}

export function readRow(row: SheetRow): Result<RosterRow, NetworkRefusal> {
  try {
    const record = oneOf(row, 'record', recordWords)
    return ok({ institution: readInstitution, practitioner: readPractitioner, filing: readFiling }[record](row))
  } catch (error) {
    if (error instanceof WrongCell) return error.refused as Result<RosterRow, NetworkRefusal>
    throw error
  }
}

const readInstitution = (row: SheetRow): InstitutionRow => ({
  record: 'institution',
  name: needed(row, 'name'),
  nameEn: optional(row, 'nameEn'),
  kind: oneOf(row, 'kind', institutionKindWords, institutionKinds),
  held: optional(row, 'licence') === null ? null : readLicence(row),
  network: optional(row, 'network'),
})
const readPractitioner = (row: SheetRow): PractitionerRow => ({
  record: 'practitioner',
  name: needed(row, 'name'),
  nameEn: optional(row, 'nameEn'),
  kind: specialtyOf('kind', needed(row, 'kind')),
  title: oneOf(row, 'title', titleWords, titles),
  institution: needed(row, 'institution'),
  held: readLicence(row),
  network: optional(row, 'network'),
})
const readFiling = (row: SheetRow): FilingRow => ({
  record: 'filing',
  licence: needed(row, 'licence'),
  institution: needed(row, 'institution'),
  scope: readScope(row),
  ...readPeriod(row),
})

const readLicence = (row: SheetRow): Licensed => ({ licence: needed(row, 'licence'), scope: readScope(row), ...readPeriod(row) })

function readPeriod(row: SheetRow): Period {
  const validFrom = dateOf('from', needed(row, 'from'))
  const until = optional(row, 'until')
  const validUntil = until === null ? null : dateOf('until', until)
  if (validUntil !== null && validUntil < validFrom)
    throw new WrongCell(refuse('network.period-wrong', { from: validFrom, until: validUntil }))
  return { validFrom, validUntil }
}

function readScope(row: SheetRow): string[] | null {
  const parts = (optional(row, 'scope') ?? '').split(/[;；、]/).flatMap((part) => part.trim() || [])
  return parts.length === 0 ? null : [...new Set(parts.map((part) => specialtyOf('scope', part)))].toSorted()
}

const optional = (row: SheetRow, column: RosterColumn): string | null => row[column]?.trim() || null

function needed(row: SheetRow, column: RosterColumn): string {
  const text = optional(row, column)
  if (text === null) throw new WrongCell(refuse('network.roster-value-missing', { column: labelOf(column) }))
  return text
}

/** `2026-01-31`; a spreadsheet may have written it as `2026/1/31`. */
function readDate(text: string): PlainDate | null {
  const [, year = '', month = '', day = ''] = text.match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isPlainDate(date) ? date : null
}

function dateOf(column: RosterColumn, text: string): PlainDate {
  const date = readDate(text)
  if (!date) throw new WrongCell(refuse('network.roster-date-wrong', { column: labelOf(column), value: text }))
  return date
}

/** The value that a text names: by its code, in Chinese or in English. */
function findWord<Value extends string>(table: Readonly<Record<Value, Words>>, text: string): Value | undefined {
  const wanted = text.toLowerCase()
  const entries = Object.entries(table) as [Value, Words][]
  return entries.find(([value, { zh, en }]) => [value, zh, en].includes(wanted))?.[0]
}

function oneOf<Value extends string>(
  row: SheetRow,
  column: RosterColumn,
  table: Readonly<Record<Value, Words>>,
  order: readonly Value[] = Object.keys(table) as Value[],
): Value {
  const text = needed(row, column)
  const value = findWord(table, text)
  if (value) return value
  const known = order.map((one) => `${table[one].zh} ${one}`).join(', ')
  throw new WrongCell(refuse('network.roster-value-unknown', { column: labelOf(column), value: text, known }))
}

/** A specialty by its words, or any other in kebab-case. */
function specialtyOf(column: RosterColumn, text: string): string {
  const known = findWord<string>(specialties, text)
  if (known) return known
  if (/^[a-z][a-z0-9-]{1,39}$/.test(text)) return text
  const some = ['orthopaedics', 'cardiology', 'rehabilitation'] as const
  const examples = some.map((one) => `${specialties[one].zh} ${one}`).join(', ')
  throw new WrongCell(refuse('network.roster-value-unknown', { column: labelOf(column), value: text, known: `${examples} …` }))
}
