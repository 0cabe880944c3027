import type { Resource } from './resource.ts'

/**
 * By what a resource is recognised when it comes again: its fullUrl, whether `urn:uuid:` or of a server; without one its type and id
 * under `local`, which names who sends. Null: it has neither.
 */
export function addressOf(fullUrl: string | undefined, { resourceType, id }: Resource, local: string): string | null {
  if (fullUrl !== undefined) return fullUrl.startsWith('urn:') ? fullUrl.toLowerCase() : fullUrl
  return id === undefined ? null : `${local}/${resourceType}/${id}`
}

/** `https://his.example/fhir` of `https://his.example/fhir/Patient/1`; empty where the address is not one of a server. */
const baseOf = (address: string): string => address.match(/^(https?:\/\/.+)\/[A-Za-z]+\/[^/]+$/)?.[1] ?? ''

/** The addresses that a literal reference may mean, the likeliest first. */
export function addressesOf(reference: string, from: string, local: string): string[] {
  const plain = withoutVersion(reference)
  if (plain.startsWith('urn:')) return [plain.toLowerCase()]
  if (/^https?:/.test(plain)) return [plain]
  const id = plain.slice(plain.indexOf('/') + 1).toLowerCase()
  const base = baseOf(from)
  return [...(base ? [`${base}/${plain}`] : []), `${local}/${plain}`, `urn:uuid:${id}`]
}

export type Search = { readonly type: string; readonly identifier: string }

/** A conditional reference, `Practitioner?identifier=SYSTEM|VALUE`; null: the search is another one. */
export function readSearch(reference: string): Search | null {
  const found = reference.match(/^([A-Z][A-Za-z]+)\?identifier=([^&]+)$/)
  if (!found) return null
  const identifier = decode(found[2] ?? '')
  return identifier.includes('|') && !identifier.startsWith('|') ? { type: found[1] ?? '', identifier } : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** An identifier as one text, as searches write it. */
export const identifierText = (system: string, value: string): string => `${system}|${value}`

/** A reference to one version of a resource means the resource. */
export const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '')
