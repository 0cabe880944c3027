import type { Bundle, BundleEntry, OperationOutcome, Resource } from '@medplum/fhirtypes'
import type { Found, Page } from './reader.ts'

const fullUrl = (base: string, { resourceType, id }: Resource): string => `${base}/${resourceType}/${id}`

export const etagOf = (versionId: string): string => `W/"${versionId}"`

type Links = { readonly base: string; readonly self: string; readonly next: string | null }

/** A page of a search; what was not understood is said in an entry of its own. */
export function searchset({ found, included, total }: Page, { base, self, next }: Links, said: OperationOutcome | null): Bundle {
  const entry: BundleEntry[] = [
    ...found.map(({ resource }) => ({ fullUrl: fullUrl(base, resource), resource, search: { mode: 'match' as const } })),
    ...included.map((resource) => ({ fullUrl: fullUrl(base, resource), resource, search: { mode: 'include' as const } })),
    ...(said ? [{ resource: said, search: { mode: 'outcome' as const } }] : []),
  ]
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(total === null ? {} : { total }),
    link: [{ relation: 'self', url: self }, ...(next ? [{ relation: 'next' as const, url: next }] : [])],
    ...(entry.length > 0 ? { entry } : {}),
  }
}

/** The versions of one resource, the newest first. */
export function historyOf(found: readonly Found[], total: number, { base, self }: Links): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'history',
    total,
    link: [{ relation: 'self', url: self }],
    entry: found.map(({ resource, versionId, at }) => ({
      fullUrl: fullUrl(base, resource),
      resource,
      request: { method: 'PUT' as const, url: `${resource.resourceType}/${resource.id}` },
      response: { status: '200', etag: etagOf(versionId ?? '1'), lastModified: at },
    })),
  }
}
