import { ok, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type PeopleRefusal, refuse } from '../refusals.ts'
import { type PersonFacts, readRegistration, type Sex, sexes, sexWords } from './person.ts'

/** The columns of a list of persons: header words in Chinese and English. */
export const personColumns = {
  name: { zh: '姓名', en: 'name' },
  sex: { zh: '性别', en: 'sex' },
  birthDate: { zh: '出生日期', en: 'birth-date' },
  phone: { zh: '手机号', en: 'phone' },
  idNumber: { zh: '身份证号', en: 'id-number' },
} as const
export type PersonColumn = keyof typeof personColumns
export const personColumnNames = Object.keys(personColumns) as PersonColumn[]

/** One row as it was written, with its line in the file. */
export type PersonRow = { readonly line: number } & { readonly [Column in PersonColumn]?: string | undefined }

const labels = personColumnNames.map((column) => `${personColumns[column].zh} ${personColumns[column].en}`).join(', ')

/** Which column each header names; one that is unknown or named twice, and a missing name, are refused. */
export function readPersonHeader(headers: readonly string[]): Result<readonly PersonColumn[], PeopleRefusal> {
  const columns: PersonColumn[] = []
  for (const header of headers) {
    const text = header.trim()
    const column = personColumnNames.find((one) => ([personColumns[one].zh, personColumns[one].en] as string[]).includes(text))
    if (!column || columns.includes(column)) return refuse('people.list-column-unknown', { column: text, known: labels })
    columns.push(column)
  }
  return columns.includes('name') ? ok(columns) : refuse('people.list-name-missing', { column: '姓名 name' })
}

/** What a row says of a person, by the rules of a desk. She has to be found again: by her ID number, or by name, birth date and phone. */
export function readPersonRow({ line: _, ...cells }: PersonRow, today: PlainDate): Result<PersonFacts, PeopleRefusal> {
  const cell = (column: PersonColumn) => cells[column]?.trim() || undefined
  const [name, written] = [cell('name') ?? '', cell('sex')]
  if (name.length === 0 || name.length > 50) return refuse('people.name-wrong')
  const sex = written === undefined ? undefined : readSex(written)
  if (sex === null) return refuse('people.sex-unknown', { sex: written ?? '' })
  const facts = readRegistration(
    { name, sex, birthDate: cell('birthDate') as PlainDate | undefined, phone: cell('phone'), idNumber: cell('idNumber') },
    today,
  )
  if (facts.ok && !facts.value.idNumber && !facts.value.phone) return refuse('people.row-without-key')
  return facts
}

const readSex = (text: string): Sex | null =>
  sexes.find((sex) => ([sex, sexWords[sex].zh, sexWords[sex].en] as string[]).includes(text)) ?? null
