import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { registerInstitution } from '../../network/index.ts'
import { identifiersOf, type Known, partyKey } from '../domain/fhir/links.ts'
import { institutionOf } from '../domain/fhir/organization.ts'
import type { Entry } from '../domain/fhir/resource.ts'
import { findInstitutionsNamed } from '../store/source.ts'

/**
 * Makes the providers of care of a bundle our institutions, once each: known because they came before, by an identifier, or by their
 * name, which is unique among institutions; else new, in no network and without a licence.
 */
export async function enterOrganizations(work: Work, entries: readonly Entry[], known: Known) {
  const institutions = new Map<Entry, Id<'institution'>>()
  const unknown: { entry: Entry; institution: NonNullable<ReturnType<typeof institutionOf>> }[] = []
  for (const entry of entries.filter(({ resource }) => resource.resourceType === 'Organization')) {
    const institution = institutionOf(entry.resource)
    if (!institution) continue
    const byIdentifier = identifiersOf(entry.resource).map(({ text }) => known.parties.get(partyKey('Organization', text))?.institutionId)
    const found = known.sources.get(entry.address)?.institutionId ?? byIdentifier.find((id) => typeof id === 'string')
    if (found) institutions.set(entry, found)
    else unknown.push({ entry, institution })
  }
  const byName = await findInstitutionsNamed(
    work,
    unknown.map(({ institution }) => institution.name.zh),
  )
  for (const { entry, institution } of unknown) {
    const found = byName.get(institution.name.zh)
    const registered = found ? ok({ institutionId: found }) : await registerInstitution.run(work, institution)
    if (!registered.ok) return registered
    byName.set(institution.name.zh, registered.value.institutionId)
    institutions.set(entry, registered.value.institutionId)
  }
  return ok(institutions)
}
