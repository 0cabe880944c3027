import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type NetworkRefusal, refuse } from '../refusals.ts'
import { kindWords } from './place-kind.ts'
import type { Filing, Licence, Period } from './practice.ts'
import {
  type FilingRow,
  type InstitutionRow,
  keyOf,
  type PractitionerRow,
  type RosterRow,
  readRow,
  rosterColumns,
  type SheetRow,
} from './roster-sheet.ts'

type KnownParty = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly kind: string
  /** Codes of the networks of which it is a member. */
  readonly networks: readonly string[]
  readonly licences: readonly Licence[]
}
export type KnownInstitution = KnownParty
export type KnownPractitioner = KnownParty & {
  readonly title: string
  readonly mainInstitutionId: string
  readonly filings: readonly Filing[]
}

/** The directory as the plan compares with it. */
export type Known = {
  /** By Chinese name. */
  readonly institutions: ReadonlyMap<string, KnownInstitution>
  /** By each of her licence numbers. */
  readonly practitioners: ReadonlyMap<string, KnownPractitioner>
  /** By code: who runs it, and whether that is who imports. */
  readonly networks: ReadonlyMap<string, { readonly operator: string; readonly own: boolean }>
}

/** One thing to write; parties are named by what identifies them in the file. */
export type Write =
  | { readonly write: 'institution'; readonly row: InstitutionRow }
  | { readonly write: 'practitioner'; readonly row: PractitionerRow }
  | { readonly write: 'facts'; readonly row: InstitutionRow | PractitionerRow; readonly nameEn: string }
  | { readonly write: 'membership'; readonly party: PartyName; readonly network: string }
  | (Period & { readonly write: 'licence'; readonly party: PartyName; readonly number: string; readonly scope: readonly string[] })
  | (Period & { readonly write: 'filing'; readonly licence: string; readonly institution: string; readonly scope: readonly string[] })
  | {
      readonly write: 'terms'
      readonly of: 'licence' | 'filing'
      readonly id: string
      readonly scope: readonly string[]
      readonly validUntil: PlainDate | null
      /** The last day before. */
      readonly until: PlainDate | null
    }

/** An institution by its name, a practitioner by her licence number. */
export type PartyName = { readonly institution: string } | { readonly practitioner: string }

export type RefusedRow = { readonly line: number; readonly refusal: Refusal<NetworkRefusal> }
export type Plan = {
  readonly writes: readonly Write[]
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** By line. */
  readonly refused: readonly RefusedRow[]
}

type Judged = Result<readonly Write[], NetworkRefusal>
type Read = { readonly line: number; readonly key: string; readonly row: Result<RosterRow, NetworkRefusal> }

/** What the file itself says so far: good rows by key, and lines of the bad ones. */
type FileSoFar = {
  readonly institutions: Map<string, InstitutionRow>
  readonly practitioners: Map<string, PractitionerRow>
  /** Filings by practitioner and institution, with those of the file. */
  readonly filings: Map<string, readonly Period[]>
  /** Who holds a licence number. */
  readonly holders: Map<string, string>
  readonly bad: Map<string, number>
}

const passes = ['institution', 'practitioner', 'filing'] as const

/**
 * Compares a roster with what is known: what to create, what to change, which rows are refused and why. Rows may name records of
 * the same file in any order, because institutions are judged first and filings last.
 */
export function planRoster(sheet: readonly SheetRow[], known: Known): Plan {
  const file: FileSoFar = {
    institutions: new Map(),
    practitioners: new Map(),
    filings: new Map(),
    holders: holdersOf(known),
    bad: new Map(),
  }
  const rows = sheet.map((row): Read => ({ line: row.line, key: keyOf(row), row: readRow(row) }))
  const judged = new Map<Read, Judged>()
  for (const read of refuseRepeated(rows)) {
    if (read.row.ok) continue
    judged.set(read, read.row)
    file.bad.set(read.key, read.line)
  }
  for (const pass of passes) {
    for (const read of inOrder(rows, pass, known)) {
      if (judged.has(read) || !read.row.ok) continue
      const verdict = judge(read.row.value, known, file)
      judged.set(read, verdict)
      if (verdict.ok) remember(read.row.value, file)
      else file.bad.set(read.key, read.line)
    }
  }
  return summarise(rows, judged)
}

/** A record stands once in a file: its second row is refused. */
function refuseRepeated(rows: Read[]): Read[] {
  const first = new Map<string, number>()
  for (const [place, read] of rows.entries()) {
    const earlier = first.get(read.key)
    if (earlier === undefined) first.set(read.key, read.line)
    else if (read.row.ok)
      rows[place] = { ...read, key: `${read.key} again ${read.line}`, row: refuse('network.roster-twice', { line: earlier }) }
  }
  return rows
}

/** The rows of one pass; filings that are known come first, so that one that was shortened makes room for the next. */
function inOrder(rows: readonly Read[], pass: RosterRow['record'], known: Known): Read[] {
  const mine = rows.filter(({ row }) => row.ok && row.value.record === pass)
  if (pass !== 'filing') return mine
  const isKnown = ({ row }: Read) => row.ok && row.value.record === 'filing' && findFiling(row.value, known) !== undefined
  return [...mine.filter(isKnown), ...mine.filter((read) => !isKnown(read))]
}

function summarise(rows: readonly Read[], judged: ReadonlyMap<Read, Judged>): Plan {
  const verdicts = rows.map((read) => ({ line: read.line, verdict: judged.get(read) ?? ok([]) }))
  const good = verdicts.flatMap(({ verdict }) => (verdict.ok ? [verdict.value] : []))
  const creates = (writes: readonly Write[]) => ['institution', 'practitioner', 'filing'].includes(writes[0]?.write ?? '')
  const created = good.filter(creates).length
  const unchanged = good.filter((writes) => writes.length === 0).length
  return {
    writes: good.flat(),
    created,
    unchanged,
    changed: good.length - created - unchanged,
    refused: verdicts
      .flatMap(({ line, verdict }) => (verdict.ok ? [] : [{ line, refusal: verdict.refusal }]))
      .toSorted((a, b) => a.line - b.line),
  }
}

function holdersOf({ institutions, practitioners }: Known): Map<string, string> {
  const own = [...institutions].flatMap(([name, { licences }]) => licences.map(({ number }) => [number, `institution ${name}`] as const))
  return new Map([...own, ...[...practitioners].map(([number, { id }]) => [number, `practitioner ${id}`] as const)])
}

function remember(row: RosterRow, file: FileSoFar): void {
  if (row.record === 'institution') {
    file.institutions.set(row.name, row)
    if (row.held) file.holders.set(row.held.licence, `institution ${row.name}`)
  }
  if (row.record === 'practitioner') {
    file.practitioners.set(row.held.licence, row)
    if (!file.holders.has(row.held.licence)) file.holders.set(row.held.licence, `practitioner of line ${row.name}`)
  }
}

const judge = (row: RosterRow, known: Known, file: FileSoFar): Judged =>
  row.record === 'institution'
    ? judgeInstitution(row, known, file)
    : row.record === 'practitioner'
      ? judgePractitioner(row, known, file)
      : judgeFiling(row, known, file)

function judgeInstitution(row: InstitutionRow, known: Known, { holders }: FileSoFar): Judged {
  const party = { institution: row.name }
  const found = known.institutions.get(row.name)
  const holder = row.held ? (holders.get(row.held.licence) ?? `institution ${row.name}`) : null
  if (row.held && holder !== `institution ${row.name}`) return refuse('network.licence-number-taken', { number: row.held.licence })
  const licensed = row.held ? judgeLicence(party, row.held, found?.licences ?? [], null) : ok([])
  if (!licensed.ok) return licensed
  const joined = judgeMembership(party, row.network, found, known)
  if (!joined.ok) return joined
  const own: Write[] = found ? changedFacts(row, found, row.kind !== found.kind) : [{ write: 'institution', row }]
  return ok([...own, ...joined.value, ...licensed.value])
}

function judgePractitioner(row: PractitionerRow, known: Known, file: FileSoFar): Judged {
  const party = { practitioner: row.held.licence }
  const found = known.practitioners.get(row.held.licence)
  const main = findInstitution(row.institution, known, file)
  if (!main.ok) return main
  if (file.holders.get(row.held.licence)?.startsWith('institution'))
    return refuse('network.licence-number-taken', { number: row.held.licence })
  if (found && found.name !== row.name) return fixed('name', found.name, row.name)
  if (found && found.mainInstitutionId !== known.institutions.get(row.institution)?.id)
    return fixed('institution', nameOf(known, found.mainInstitutionId), row.institution)
  const licensed = judgeLicence(party, row.held, found?.licences ?? [], row.kind)
  if (!licensed.ok) return licensed
  const joined = judgeMembership(party, row.network, found, known)
  if (!joined.ok) return joined
  const own: Write[] = found
    ? changedFacts(row, found, row.kind !== found.kind || row.title !== found.title)
    : [{ write: 'practitioner', row }]
  return ok([...own, ...joined.value, ...licensed.value])
}

function judgeFiling(row: FilingRow, known: Known, file: FileSoFar): Judged {
  const badLine = file.bad.get(`practitioner ${row.licence}`)
  if (badLine !== undefined) return refuse('network.roster-depends', { line: badLine })
  const found = known.practitioners.get(row.licence)
  const inFile = file.practitioners.get(row.licence)
  if (!found && !inFile) return refuse('network.roster-practitioner-unknown', { licence: row.licence })
  const house = findInstitution(row.institution, known, file)
  if (!house.ok) return house
  const name = found?.name ?? inFile?.name ?? ''
  const main = found ? nameOf(known, found.mainInstitutionId) : inFile?.institution
  if (main === row.institution) return refuse('network.filing-not-needed', { practitioner: name, institution: row.institution })
  const licensed = inFile?.held.scope ?? found?.licences.at(-1)?.scope ?? (inFile ? [inFile.kind] : [])
  const beyond = (row.scope ?? []).find((specialty) => !licensed.includes(specialty))
  if (beyond) return refuse('network.filing-beyond-licence', { specialty: kindWords(beyond), practitioner: name })
  return placeFiling(row, licensed, found, known, file)
}

/** Puts the filing among those at the same institution: a changed one, a new one, or one that overlaps. */
function placeFiling(
  row: FilingRow,
  licensed: readonly string[],
  found: KnownPractitioner | undefined,
  known: Known,
  file: FileSoFar,
): Judged {
  const pair = `${found?.id ?? row.licence} ${row.institution}`
  const houseId = known.institutions.get(row.institution)?.id
  const here = file.filings.get(pair) ?? found?.filings.filter(({ institutionId }) => institutionId === houseId) ?? []
  const others = here.filter(({ validFrom }) => validFrom !== row.validFrom)
  if (others.some((other) => overlap(other, row))) return refuse('network.filing-overlaps')
  file.filings.set(pair, [...others, row])
  const same = findFiling(row, known)
  if (same) return ok(changedTerms('filing', same, row))
  const { licence, institution, validFrom, validUntil } = row
  return ok([{ write: 'filing', licence, institution, scope: row.scope ?? licensed, validFrom, validUntil }])
}

const findFiling = (row: FilingRow, { practitioners, institutions }: Known): Filing | undefined =>
  practitioners
    .get(row.licence)
    ?.filings.find(({ institutionId, validFrom }) => institutionId === institutions.get(row.institution)?.id && validFrom === row.validFrom)

function findInstitution(name: string, known: Known, file: FileSoFar): Result<null, NetworkRefusal> {
  const badLine = file.bad.get(`institution ${name}`)
  if (badLine !== undefined) return refuse('network.roster-depends', { line: badLine })
  return known.institutions.has(name) || file.institutions.has(name)
    ? ok(null)
    : refuse('network.roster-institution-unknown', { institution: name })
}

const nameOf = ({ institutions }: Known, id: string): string => [...institutions.values()].find((one) => one.id === id)?.name ?? id

function judgeLicence(
  party: PartyName,
  { licence: number, scope, validFrom, validUntil }: NonNullable<InstitutionRow['held']>,
  held: readonly Licence[],
  kind: string | null,
): Judged {
  const same = held.find((licence) => licence.validFrom === validFrom)
  if (same && same.number !== number) return fixed('licence', same.number, number)
  if (held.some((licence) => licence !== same && overlap(licence, { validFrom, validUntil })))
    return refuse('network.licence-overlaps', { number })
  if (same) return ok(changedTerms('licence', same, { scope, validUntil }))
  const written = scope ?? held.at(-1)?.scope ?? (kind === null ? null : [kind])
  if (written === null) return refuse('network.roster-value-missing', { column: columnLabel('scope') })
  return ok([{ write: 'licence', party, number, scope: written, validFrom, validUntil }])
}

function judgeMembership(party: PartyName, network: string | null, found: KnownParty | undefined, { networks }: Known): Judged {
  if (network === null || found?.networks.includes(network)) return ok([])
  const known = networks.get(network)
  if (!known) return refuse('network.network-unknown', { code: network })
  return known.own
    ? ok([{ write: 'membership', party, network }])
    : refuse('network.not-its-operator', { code: network, operator: known.operator })
}

function changedFacts(row: InstitutionRow | PractitionerRow, found: KnownParty, differs: boolean): Write[] {
  const nameEn = row.nameEn ?? found.nameEn
  return differs || nameEn !== found.nameEn ? [{ write: 'facts', row, nameEn }] : []
}

function changedTerms(
  of: 'licence' | 'filing',
  known: Licence | Filing,
  { scope, validUntil }: { scope: readonly string[] | null; validUntil: PlainDate | null },
): Write[] {
  const wanted = scope ?? known.scope
  const sameScope = wanted.length === known.scope.length && wanted.every((specialty) => known.scope.includes(specialty))
  if (sameScope && validUntil === known.validUntil) return []
  return [{ write: 'terms', of, id: known.id, scope: wanted, validUntil, until: known.validUntil }]
}

const overlap = (one: Period, other: Period): boolean =>
  (other.validUntil === null || one.validFrom <= other.validUntil) && (one.validUntil === null || other.validFrom <= one.validUntil)

const columnLabel = (column: 'scope' | 'name' | 'institution' | 'licence'): string =>
  `${rosterColumns[column].zh.join('/')} ${rosterColumns[column].en}`

const fixed = (column: 'name' | 'institution' | 'licence', known: string, given: string) =>
  refuse('network.roster-fixed', { column: columnLabel(column), known, given })
