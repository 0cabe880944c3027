import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import type { Known } from '../domain/fhir/links.ts'
import { readPatient, type SentPatient } from '../domain/fhir/patient.ts'
import { identify } from '../domain/fhir/persons.ts'
import type { Entry } from '../domain/fhir/resource.ts'
import { personRegistered } from '../events.ts'
import { insertPerson, lockIdNumber } from '../store/person.ts'
import { findPersons, writeIdentifiers } from '../store/source.ts'

/** Makes the Patients of a bundle our persons, once each. Who is known stays as the desk has her; only new identifiers are added. */
export async function enterPatients(work: Work, entries: readonly Entry[], known: Known, institutionId: Id<'institution'>) {
  const today = dateIn(defaultZone, work.now)
  const patients: SentPatient[] = []
  for (const entry of entries.filter(({ resource }) => resource.resourceType === 'Patient')) {
    const patient = readPatient(entry, today)
    if (!patient.ok) return patient
    patients.push(patient.value)
  }
  const parties = new Map(known.parties)
  for (const { facts, identifiers } of patients.toSorted((a, b) => ((a.facts.idNumber ?? '') < (b.facts.idNumber ?? '') ? -1 : 1))) {
    if (!facts.idNumber) continue
    // A desk may be registering the same person at this moment: what it has written counts.
    const personId = await lockIdNumber(work, facts.idNumber)
    const card = identifiers.find(({ system }) => system === 'resident-id')
    if (personId && card) parties.set(card.key, { type: 'Patient', personId, institutionId: null })
  }
  const addresses = patients.map(({ entry }) => known.sources.get(entry.address)?.personId)
  const ids = [...addresses, ...[...parties.values()].map(({ personId }) => personId)].filter((id) => typeof id === 'string')
  const details = new Map((await findPersons(work, [...new Set(ids)])).map((person) => [person.id, person]))
  const identified = identify(patients, { ...known, parties }, details, () => work.newId<'person'>())
  if (!identified.ok) return identified
  const { persons, created } = identified.value
  for (const { personId, facts } of created) {
    await insertPerson(work, { ...facts, id: personId })
    await work.publish(personRegistered.of(personId, { personId, institutionId }))
  }
  await writeIdentifiers(
    work,
    patients.flatMap(({ entry, identifiers }) => {
      const personId = persons.get(entry)
      return personId ? identifiers.map(({ system, value }) => ({ system, value, personId })) : []
    }),
  )
  return ok({ persons, created })
}
