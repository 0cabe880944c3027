import { Type as T } from 'typebox'
import { fillSentence } from '../../../kernel/refusal.ts'
import { ok, type Refusal } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { type PersonRow, personColumnNames, readPersonRow } from '../domain/person-sheet.ts'
import { type PeopleRefusal, refusals } from '../refusals.ts'
import { enterPersons, recogniseInList } from './enter-persons.ts'
import { findImporter } from './find-importer.ts'

/** Each row locks its ID number, so many at once would be too many locks. */
export const importRowsAtOnce = 1000
const cell = T.Optional(T.String({ maxLength: 200 }))

/** Registers the persons of a list at the acting institution: every row by the rules of the desk, who is known once; all or nothing, `partial` keeps the good rows. */
export const importPersons = defineCommand({
  name: 'people.import-persons',
  zh: '批量登记就诊人',
  en: 'Register persons from a list',
  permission: 'people.person.register',
  network: 'one person over all institutions: an ID number may be known elsewhere',
  input: T.Object({
    partial: T.Boolean(),
    /** For the command line, which acts for no institution: by name; absent: the operator of the first network. */
    institution: T.Optional(T.String({ maxLength: 200 })),
    rows: T.Array(T.Object({ line: T.Integer(), ...Object.fromEntries(personColumnNames.map((column) => [column, cell])) }), {
      maxItems: importRowsAtOnce,
    }),
  }),
  output: T.Object({
    written: T.Boolean(),
    persons: T.Array(T.Object({ line: T.Integer(), personId: idOf('person'), alreadyKnown: T.Boolean() })),
    /** What to mend, by line of the list. */
    refused: T.Array(T.Object({ line: T.Integer(), code: T.String(), zh: T.String(), en: T.String() })),
  }),
  refusals: ['people.institution-unknown', 'people.institution-missing', 'platform.role-not-held'],
  async run(work, { partial, institution, rows }) {
    const at = await institutionOf(work, institution)
    if (!at.ok) return at
    const today = dateIn(defaultZone, work.now)
    const read = rows.map((row) => ({ line: row.line, facts: readPersonRow(row as PersonRow, today) }))
    const good = read.flatMap(({ line, facts }) => (facts.ok ? [{ line, facts: facts.value }] : []))
    const recognition = await recogniseInList(
      work,
      at.value,
      good.map(({ facts }) => facts),
    )
    const answers = good.map(({ line }, place) => ({ line, answer: recognition.answers[place] }))
    const persons = answers.flatMap(({ line, answer }) => (answer?.ok ? [{ line, ...answer.value }] : []))
    const refused = [...read.map(({ line, facts }) => ({ line, answer: facts })), ...answers]
      .flatMap(({ line, answer }) => (answer && !answer.ok ? [{ line, ...inWords(answer.refusal) }] : []))
      .toSorted((one, other) => one.line - other.line)
    const written = partial || refused.length === 0
    if (written) await enterPersons(work, at.value, recognition)
    return ok({ written, persons: written ? persons : [], refused })
  },
})

async function institutionOf(work: Work, named: string | undefined) {
  const { kind, institutionId } = work.actor
  if (institutionId) return named === undefined ? ok(institutionId) : refusePlatform('platform.role-not-held')
  return kind === 'system' ? findImporter(work, named ?? null) : refusePlatform('platform.role-not-held')
}

function inWords({ code, details }: Refusal<PeopleRefusal>) {
  const { zh, en } = refusals[code]
  return { code, zh: fillSentence(zh, details, 'zh'), en: fillSentence(en, details, 'en') }
}
