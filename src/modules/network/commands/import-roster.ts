import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { fillSentence } from '../../../kernel/refusal.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { type Known, type PartyName, type Plan, planRoster, type Write } from '../domain/roster.ts'
import { rosterColumnNames } from '../domain/roster-sheet.ts'
import { refusals } from '../refusals.ts'
import { saveTerms } from '../store/ends.ts'
import { findKnown, lockImports, saveFacts } from '../store/known.ts'
import { findNetwork } from '../store/party.ts'
import { enter, entryRefusals } from './enter.ts'
import { closeRenewal, watchEnds } from './watch-expiry.ts'

const cell = T.Optional(T.String({ maxLength: 2000 }))
const maximumRows = 100_000

/** A spreadsheet of institutions, practitioners and filings, all or nothing; `partial` keeps the good rows. Again changes nothing. */
export const importRoster = defineCommand({
  name: 'network.import-roster',
  zh: '导入名册',
  en: 'Import a roster',
  permission: 'network.party.register',
  network: 'a roster holds parties of any owner, and what ends soon becomes a commitment of each',
  input: T.Object({
    partial: T.Boolean(),
    rows: T.Array(T.Object({ line: T.Integer(), ...Object.fromEntries(rosterColumnNames.map((column) => [column, cell])) }), {
      maxItems: maximumRows,
    }),
  }),
  output: T.Object({
    written: T.Boolean(),
    created: T.Integer(),
    changed: T.Integer(),
    unchanged: T.Integer(),
    /** What to mend, by line of the file. */
    refused: T.Array(T.Object({ line: T.Integer(), code: T.String(), zh: T.String(), en: T.String() })),
  }),
  refusals: [...entryRefusals],
  async run(work, { rows, partial }) {
    await lockImports(work)
    const known = await findKnown(work, dateIn(defaultZone, work.now))
    const plan = planRoster(rows, known)
    const written = partial || plan.refused.length === 0
    const done = written ? await carryOut(work, plan, known) : ok(null)
    return done.ok ? ok(answerOf(plan, written)) : done
  },
})

const answerOf = ({ created, changed, unchanged, refused }: Plan, written: boolean) => ({
  written,
  created,
  changed,
  unchanged,
  refused: refused.map(({ line, refusal: { code, details } }) => {
    const { zh, en } = refusals[code]
    return { line, code, zh: fillSentence(zh, details, 'zh'), en: fillSentence(en, details, 'en') }
  }),
})

type Kind = Write['write']
const only = <Wanted extends Kind>(writes: readonly Write[], kind: Wanted) =>
  writes.filter((one): one is Extract<Write, { write: Wanted }> => one.write === kind)

/** Writes a plan: what changes first, so that a shortened filing makes room for the next one. */
async function carryOut(work: Work, { writes }: Plan, known: Known) {
  for (const { of, id, scope, validUntil, until } of only(writes, 'terms')) {
    await saveTerms(work, of, { id, scope, validUntil })
    if (validUntil === until) continue
    await closeRenewal(work, of, id, validUntil === null || (until !== null && validUntil > until) ? 'kept' : 'withdrawn')
    await watchEnds(work, of, [{ id, validUntil }])
  }
  const { institutionId, practitionerId, idOf } = idsOf(work, writes, known)
  for (const { row, nameEn } of only(writes, 'facts')) {
    if (row.record === 'institution') await saveFacts(work, 'institution', { ...row, id: institutionId(row.name), nameEn, title: null })
    else await saveFacts(work, 'practitioner', { ...row, id: practitionerId(row.held.licence), nameEn })
  }
  return enter(work, {
    institutions: only(writes, 'institution').map(({ row: { name, nameEn, kind } }) => ({
      id: institutionId(name),
      kind,
      nameZh: name,
      nameEn: nameEn ?? name,
    })),
    practitioners: only(writes, 'practitioner').map(({ row: { name, nameEn, kind, title, institution, held } }) => ({
      id: practitionerId(held.licence),
      mainInstitutionId: institutionId(institution),
      kind,
      title,
      nameZh: name,
      nameEn: nameEn ?? name,
    })),
    memberships: await membershipsOf(work, only(writes, 'membership'), idOf),
    licences: only(writes, 'licence').map(({ party, number, scope, validFrom, validUntil }) => ({
      id: work.newId<'licence'>(),
      partyId: idOf(party),
      number,
      scope,
      validFrom,
      validUntil,
    })),
    filings: only(writes, 'filing').map(({ licence, institution, scope, validFrom, validUntil }) => ({
      id: work.newId<'filing'>(),
      practitionerId: practitionerId(licence),
      institutionId: institutionId(institution),
      scope,
      validFrom,
      validUntil,
    })),
  })
}

/** Ids of the parties that a plan names: known ones, and new ones for those it creates. */
function idsOf(work: Work, writes: readonly Write[], { institutions, practitioners }: Known) {
  const houses = new Map([...institutions].map(([name, { id }]) => [name, id as Id<'institution'>]))
  const experts = new Map([...practitioners].map(([number, { id }]) => [number, id as Id<'practitioner'>]))
  for (const { row } of only(writes, 'institution')) houses.set(row.name, work.newId<'institution'>())
  for (const { row } of only(writes, 'practitioner')) experts.set(row.held.licence, work.newId<'practitioner'>())
  const institutionId = (name: string) => present(houses.get(name), `the institution ${name}`)
  const practitionerId = (number: string) => present(experts.get(number), `the practitioner ${number}`)
  const idOf = (party: PartyName): string =>
    'institution' in party ? institutionId(party.institution) : practitionerId(party.practitioner)
  return { institutionId, practitionerId, idOf }
}

async function membershipsOf(
  work: Work,
  joined: readonly { readonly party: PartyName; readonly network: string }[],
  idOf: (party: PartyName) => string,
) {
  const ids = new Map<string, Id<'network'>>()
  for (const code of new Set(joined.map(({ network }) => network)))
    ids.set(code, present(await findNetwork(work, code), `the network ${code}`).id)
  const validFrom = dateIn(defaultZone, work.now)
  return joined.map(({ party, network }) => ({
    networkId: present(ids.get(network), `the network ${network}`),
    partyId: idOf(party),
    validFrom,
    validUntil: null,
  }))
}
