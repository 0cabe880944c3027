import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable } from '../../../platform/operation/schema.ts'
import { registerInstitution } from '../../network/index.ts'
import { readBundle } from '../domain/fhir/bundle.ts'
import { identifiersOf, linkBundle } from '../domain/fhir/links.ts'
import { factSource, type Planned, planBundle, type State } from '../domain/fhir/plan.ts'
import { withdrawFacts } from '../store/fact.ts'
import { lockSources, writeSources } from '../store/source.ts'
import { enterOrganizations } from './enter-organizations.ts'
import { enterPatients } from './enter-patients.ts'
import { findImporter } from './find-importer.ts'
import { findKnown } from './find-known.ts'
import { recordFacts } from './record-facts.ts'
import { showImported } from './show-imported.ts'

/** Brings in a FHIR R4 bundle: all of it or nothing. What came before and is the same stays, so a second time changes nothing. */
export const importBundle = defineCommand({
  name: 'people.import-bundle',
  zh: '导入外部病历',
  en: 'Bring in records from outside',
  permission: 'people.bundle.import',
  network: 'records name persons and institutions that are known elsewhere, and become facts over all institutions',
  input: T.Object({
    /** The JSON as it was sent. */
    text: T.String(),
    /** Name of the institution that brings it in; null: the operator of the first network. */
    institution: nullable(T.String()),
    /** Its persons have signed on paper that this institution brings in and sees their history. */
    consent: T.Boolean(),
  }),
  output: T.Object({
    institutionId: idOf('institution'),
    types: T.Array(T.Object({ type: T.String(), new: T.Integer(), changed: T.Integer(), unchanged: T.Integer() })),
    /** Facts that are new, differ, or are no longer said. */
    facts: T.Integer(),
    /** Persons that were not known before. */
    persons: T.Integer(),
    /** Persons who have taken their consent back, so that it was not recorded again. */
    withdrawn: T.Integer(),
  }),
  refusals: [
    'people.bundle-unreadable',
    'people.bundle-broken',
    'people.institution-unknown',
    'people.institution-missing',
    ...registerInstitution.refusals,
  ],
  async run(work, { text, institution, consent }) {
    const importer = await findImporter(work, institution)
    if (!importer.ok) return importer
    const entries = readBundle(text, importer.value)
    if (!entries.ok) return entries
    await lockSources(work)
    const links = linkBundle(entries.value, importer.value)
    const known = await findKnown(work, entries.value, links)
    if (!known.ok) return known
    const patients = await enterPatients(work, entries.value, known.value, importer.value)
    if (!patients.ok) return patients
    const institutions = await enterOrganizations(work, entries.value, known.value)
    if (!institutions.ok) return institutions
    const planned = planBundle(entries.value, {
      links,
      known: known.value,
      persons: patients.value.persons,
      institutions: institutions.value,
      importer: importer.value,
      zone: defaultZone,
      now: work.now,
      newId: () => work.newId<'source'>(),
    })
    if (!planned.ok) return planned
    const facts = await writePlanned(work, planned.value, importer.value)
    const withdrawn = await showImported(work, planned.value, { importer: importer.value, consent })
    const persons = patients.value.created.length
    return ok({ institutionId: importer.value, types: countTypes(planned.value), facts, persons, withdrawn })
  },
})

/** Writes what is new or changed, and answers how many facts that changes. */
async function writePlanned(work: Work, planned: readonly Planned[], importer: Id<'institution'>): Promise<number> {
  const fresh = planned.filter(({ state }) => state !== 'unchanged')
  await writeSources(
    work,
    fresh.map(({ source, entry }) => ({ ...source, text: entry.text, identifiers: identifiersOf(entry.resource) })),
    importer,
  )
  const facts = fresh.flatMap((one) => one.facts)
  const written = await recordFacts(work, facts)
  const changed = fresh.filter(({ state }) => state === 'changed')
  const withdrawn = await withdrawFacts(work, factSource, {
    personIds: changed.flatMap(({ source }) => source.personId ?? []),
    ids: changed.map(({ source }) => source.id),
    kept: facts.map(({ sourceId }) => sourceId),
  })
  return written + withdrawn
}

function countTypes(planned: readonly Planned[]) {
  const counts = new Map<string, Record<State, number>>()
  for (const { source, state } of planned) {
    const count = counts.get(source.type) ?? { new: 0, changed: 0, unchanged: 0 }
    count[state] += 1
    counts.set(source.type, count)
  }
  return [...counts].map(([type, count]) => ({ type, ...count })).toSorted((a, b) => (a.type < b.type ? -1 : 1))
}
