import { ok } from '../../../kernel/result.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { broken, problems } from '../domain/fhir/broken.ts'
import { identifiersOf, type Known, knownOf, type Links, partyKey } from '../domain/fhir/links.ts'
import { storedIdentifier } from '../domain/fhir/patient.ts'
import type { Entry } from '../domain/fhir/resource.ts'
import { type Asked, findParties, findSources } from '../store/source.ts'

/** Who may be known by an identifier. */
const partyTypes = ['Patient', 'Organization']

/** Everything that is known of what a bundle holds and refers to; a reference that neither it nor we can answer is refused by its place. */
export async function findKnown(work: Work, entries: readonly Entry[], links: Links) {
  const outside = links.outside()
  if (!outside.ok) return outside
  const addresses = new Set([...entries.map(({ address }) => address), ...outside.value.flatMap((one) => one.addresses)])
  const asked = new Map<string, Asked>()
  const ask = (type: string, text: string) => {
    const place = text.indexOf('|')
    const key = partyKey(type, text)
    asked.set(key, { key, type, ...storedIdentifier(type, text.slice(0, place), text.slice(place + 1)) })
  }
  for (const { resource } of entries)
    if (partyTypes.includes(resource.resourceType)) for (const { text } of identifiersOf(resource)) ask(resource.resourceType, text)
  for (const { party } of outside.value) if (party) ask(party.type, party.identifier)
  const known: Known = {
    sources: new Map((await findSources(work, [...addresses])).map((source) => [source.address, source])),
    parties: new Map((await findParties(work, [...asked.values()])).map(({ key, ...party }) => [key, party])),
  }
  const missing = outside.value.find((one) => !knownOf(one, known))
  return missing ? broken(missing.path, problems.unknown(missing.reference)) : ok(known)
}
