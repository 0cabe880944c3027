import { fhirResources } from '../../src/apps/fhir.ts'
import { edges, modules } from '../../src/apps/modules.ts'
import { roles } from '../../src/apps/roles.ts'
import { sentencesOf } from '../../src/modules/agreements/domain/sentence.ts'
import { exampleTerms, termsSchema } from '../../src/modules/agreements/domain/terms.ts'
import { institutionKindWords, titleWords } from '../../src/modules/network/domain/party.ts'
import { recordWords, rosterColumns } from '../../src/modules/network/domain/roster-sheet.ts'
import { specialties } from '../../src/modules/network/domain/specialty.ts'

import { settings } from '../../src/platform/config/index.ts'
import { statusOf } from '../../src/platform/http/problem.ts'
import { termColumns } from '../../src/platform/terms/index.ts'
import { head, table } from './page.ts'

/** Pages of `docs/reference` that come from the code itself. */
export function referencePages(): Map<string, string> {
  const operations = modules.flatMap(({ routes, inner }) => [
    ...routes,
    ...inner.map((operation) => ({ method: '', path: '(background)', operation })),
  ])
  const api = table(
    ['route', 'operation', 'what', 'permission', 'refusals'],
    operations.map(({ method, path, operation }) => [
      `\`${`${method} ${path}`.trim()}\``,
      `\`${operation.name}\``,
      `${operation.en} / ${operation.zh}`,
      operation.permission ? `\`${operation.permission}\`` : '',
      operation.refusals.map((code) => `\`${code}\``).join(' '),
    ]),
  )
  const refusals = table(
    ['code', 'status', '中文', 'English'],
    modules.flatMap((module) =>
      Object.entries(module.refusals).map(([code, words]) => [
        `\`${code}\``,
        String(statusOf({ category: words.category, code })),
        words.zh,
        words.en,
      ]),
    ),
  )
  const permissions = table(
    ['permission', '中文', 'English', 'roles'],
    modules.flatMap((module) =>
      Object.entries(module.permissions).map(([name, words]) => [
        `\`${name}\``,
        words.zh,
        words.en,
        Object.entries(roles)
          .filter(([, role]) => role.permissions.includes(name))
          .map(([role]) => role)
          .join(', ') || 'system',
      ]),
    ),
  )
  const events = table(
    ['event', '中文', 'English', 'payload', 'readers'],
    modules.flatMap((module) =>
      module.events.map(({ name, zh, en, payload }) => [
        `\`${name}\``,
        zh,
        en,
        Object.keys((payload as { properties?: object }).properties ?? {}).join(', '),
        modules
          .flatMap(({ reactions }) => reactions)
          .filter(({ event }) => event === name)
          .map(({ subscriber }) => `\`${subscriber}\``)
          .join(', '),
      ]),
    ),
  )
  const scope = table(
    ['operation', 'why it touches rows of several owners'],
    operations
      .filter(({ operation }) => operation.network !== undefined)
      .map(({ operation }) => [`\`${operation.name}\``, operation.network ?? '']),
  )
  const rooms = [
    '```mermaid',
    'graph TD',
    ...Object.entries(edges).flatMap(([from, uses]) => (uses.length ? uses.map((to) => `  ${from} --> ${to}`) : [`  ${from}`])),
    '```',
  ].join('\n')
  const config = table(
    ['setting', 'meaning', 'takes', 'default'],
    Object.values(settings).map(({ env, meaning, takes, fallback }) => [`\`${env}\``, meaning, takes, fallback ?? '(none)']),
  )
  const fhir = fhirResources
    .toSorted((a, b) => (a.type < b.type ? -1 : 1))
    .map(({ type, text, permission, parameters, needs, sort, includes, history }) =>
      [
        `## ${type}\n\n${text.en}\n\n${text.zh}`,
        [
          `Permission: \`${permission.staff}\` (staff${permission.wide ? `, to search without a person \`${permission.wide}\`` : ''}), \`${permission.patient}\` (patient).`,
          needs.length > 0 ? `A search of staff gives at least one of: ${needs.map((name) => `\`${name}\``).join(', ')}.` : '',
          sort ? `Sorted by \`${sort.by}\`, ${sort.newestFirst ? 'the latest' : 'the earliest'} first.` : '',
          Object.keys(includes).length > 0
            ? `Included on demand: ${Object.keys(includes)
                .map((code) => `\`${type}:${code}\``)
                .join(', ')}.`
            : '',
          history ? `Versions: ${history.en}` : 'It has no versions.',
        ]
          .filter(Boolean)
          .join(' '),
        table(
          ['parameter', 'type', 'English', '中文'],
          Object.entries(parameters).map(([name, parameter]) => [`\`${name}\``, parameter.type, parameter.text.en, parameter.text.zh]),
        ),
      ].join('\n\n'),
    )
  return new Map([
    [
      'docs/reference/api.md',
      `${head}# Operations\n\nEvery route takes and answers JSON; the whole contract with schemas is [openapi.json](openapi.json), served at \`/openapi.json\`. Commands need the header \`Idempotency-Key\`; \`Careloom-Dry-Run: true\` runs one and takes it back.\n\n${api}\n`,
    ],
    [
      'docs/reference/refusals.md',
      `${head}# Refusals\n\nA refusal is an RFC 9457 problem whose \`code\` is stable; the sentence follows \`Accept-Language\`.\n\n${refusals}\n`,
    ],
    ['docs/reference/roster.md', rosterPage()],
    ['docs/reference/terms.md', termPage()],
    [
      'docs/reference/fhir.md',
      `${head}# FHIR R4\n\nWhat \`/fhir/R4\` offers; how to use it: [guide](../guides/fhir.md). Every type takes \`_id\` and \`_lastUpdated\` as well.\n\n${fhir.join('\n\n')}\n`,
    ],
    ['docs/reference/permissions.md', `${head}# Permissions and roles\n\n${permissions}\n`],
    ['docs/reference/events.md', `${head}# Events\n\n${events}\n`],
    [
      'docs/reference/network-scope.md',
      `${head}# Operations over several owners\n\nAll other operations see the rows of the acting institution only.\n\n${scope}\n`,
    ],
    ['docs/reference/rooms.md', `${head}# Rooms and their edges\n\n${rooms}\n`],
    ['docs/reference/agreement-terms.schema.json', `${JSON.stringify(schemaOfTerms, null, 2)}\n`],
    ['docs/reference/agreement-terms.md', `${head}${termsPage()}\n`],
    [
      'docs/reference/settings.md',
      `${head}# Settings\n\nRead from the environment; \`./bin/careloom config\` prints those in force.\n\n${config}\n`,
    ],
  ])
}

/** The columns that `careloom import terms` takes. */
function termPage(): string {
  const columns = table(
    ['列', 'column', '内容', 'takes'],
    Object.values(termColumns).map(({ zh, en, takes }) => [zh, `\`${en}\``, takes.zh, takes.en]),
  )
  return `${head}# Terms

\`./bin/careloom import terms FILE.csv [--system icd-10]\` brings codes of a system from a spreadsheet; \`-\` reads standard input. One row is one code. Small lists of our own (icd-10, substance, lab, drug, imaging) come with the system; what is imported goes before them.

- **File**: CSV with the column names in its first line, in Chinese or English, in any order; UTF-8 with or without byte order mark, or GB18030.
- **A bad row** is refused by its line, and then nothing is written and the exit code is 1. A second run changes nothing.
- **Shape of icd-10**: a category (I10), a sub-category (M17.9), or the insurance edition (I10.x04, K80.000x004).
- **Detail** is JSON. lab: \`{specimen, analytes: [{code, name: {zh, en}, unit, ranges: [{sex, fromYears?, untilYears?, low, high}], criticalLow, criticalHigh, plausibleLow, plausibleHigh}]}\`; drug: \`{form, strength, doseUnit, routes, substances}\`; imaging: \`{modality, bodyPart}\`.

${columns}
`
}

/** The columns that `careloom import roster` takes. */
function rosterPage(): string {
  const columns = table(
    ['列', 'column', 'in', '内容', 'takes'],
    Object.values(rosterColumns).map(({ zh, en, in: records, takes }) => [zh.join(', '), `\`${en}\``, records, takes.zh, takes.en]),
  )
  const values = (words: Readonly<Record<string, { zh: string; en: string }>>) =>
    table(
      ['value', '中文', 'English'],
      Object.entries(words).map(([value, { zh, en }]) => [`\`${value}\``, zh, en]),
    )
  return `${head}# Roster

\`./bin/careloom import roster FILE.csv [--partial]\` brings institutions, practitioners and filings from a spreadsheet; \`-\` reads standard input. One row is one record, in any order. [examples/roster.csv](../../examples/roster.csv) is an example.

- **File**: CSV with the column names in its first line, in Chinese or English, in any order; UTF-8 with or without byte order mark, or GB18030.
- **Who is who**: an institution by its Chinese name, a practitioner by the licence number, a filing by both and its first day.
- **What changes**: English name, kind, title, scope, last day; a missing network is joined from today. Name, main institution and licence number never change by an import.
- **A bad row** is refused by its line with what to mend, and so is every row that builds on it. Then nothing is written and the exit code is 1; \`--partial\` keeps the good rows. A second run changes nothing.
- **Output**: one JSON line per refused row and one with the counts on standard output; sentences on standard error.

${columns}

## Values

Each is accepted as value, in Chinese or in English.

### record

${values(recordWords)}

### kind of an institution

${values(institutionKindWords)}

### title

${values(titleWords)}

### kind of a practitioner, scope

Any other specialty in kebab-case is taken too.

${values(specialties)}
`
}

const schemaOfTerms = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Terms of an agreement', ...termsSchema }

type Field = {
  type?: string
  enum?: string[]
  description?: string
  anyOf?: Field[]
  oneOf?: Field[]
  items?: Field
  properties?: Record<string, Field>
}

/** Every field of a schema with its place, for the reference. */
function fieldsOf(schema: Field, place: string): string[][] {
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, place ? `${place}.${name}` : name))
  const items = schema.items ? fieldsOf(schema.items, `${place}[]`) : []
  const choices = (schema.anyOf ?? schema.oneOf ?? []).flatMap((choice) => fieldsOf(choice, place))
  const says = [schema.enum?.map((value) => `\`${value}\``).join(' '), schema.description].filter(Boolean).join(': ')
  return [...(says ? [[`\`${place || 'terms'}\``, says]] : []), ...items, ...choices, ...below]
}

function termsPage(): string {
  const parties = [
    ['operator', '澜庭医疗综合体', 'Lanting Medical Mall'],
    ['hospital', '江澜一院', 'Jianglan First Hospital'],
    ['group', '知衡医生集团', 'Zhiheng Physician Group'],
  ].map(([role = '', zh = '', en = '']) => ({ role, partyId: role as never, name: { zh, en } }))
  const sentences = table(
    ['place', '中文', 'English'],
    sentencesOf(exampleTerms, parties).map(({ place, zh, en }) => [`\`${place}\``, zh, en]),
  )
  return [
    '# Terms of an agreement',
    'Terms are data: rights of use, and one ordered split of money. The JSON schema is [agreement-terms.schema.json](agreement-terms.schema.json). Amounts are fen, rates hundredths of a percent. Receivers are roles of the agreement, or roles that each service fills: `host` (the institution where it is delivered; it collects the bill), `expert` (the expert’s institution), `device` (the device’s owner), `practitioner` (the expert in person, a receiver only).',
    '- A step of `base` takes of the whole base, a step of a role of all that role has received so far; a remainder divides what is left.\n- Exactly one remainder of `base`, as the last step that takes from it: everything is given out.\n- Every step rounds once, half away from zero; several receivers share its total by largest remainder, ties to the first listed. The shares add up to the bill exactly. A negative base is divided by its absolute value, then negated.\n- Tiers are marginal over a period. A receiver that a service lacks takes nothing, and the explanation says so.\n- A fee of use moves from the host to the owner, outside of every base; a monthly price is shown only.',
    '## Example',
    `\`\`\`json\n${JSON.stringify(exampleTerms, null, 2)}\n\`\`\``,
    'It says:',
    sentences,
    '## Fields',
    table(['field', 'meaning'], fieldsOf(termsSchema as Field, '')),
  ].join('\n\n')
}
