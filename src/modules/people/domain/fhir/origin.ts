import type { Id } from '../../../../kernel/id.ts'
import type { Known, Links, Target } from './links.ts'
import type { Entry } from './resource.ts'

type Institution = Id<'institution'>

/** Elements that say who did something or where, the nearest first; what happened in an encounter happened where that was. */
const elements = [
  'serviceProvider',
  'custodian',
  'managingOrganization',
  'organization',
  'performer',
  'performer.actor',
  'performer.onBehalfOf',
  'provider',
  'requester',
  'recorder',
  'asserter',
  'author',
  'encounter',
  'context.encounter',
  'location.location',
].map((path) => path.split('.'))
/** What is somewhere; a person of the staff is not. */
const placed = ['Organization', 'PractitionerRole', 'Location', 'Encounter']

function valuesAt(node: unknown, [step, ...rest]: readonly string[]): unknown[] {
  const nodes = Array.isArray(node) ? node : [node]
  if (step === undefined) return nodes
  return nodes.flatMap((one) => (typeof one === 'object' && one !== null ? valuesAt(one[step], rest) : []))
}

/** Where resources of a bundle come from; null: they do not say. */
export function originsOf(links: Links, known: Known, institutions: ReadonlyMap<Entry, Institution>): (entry: Entry) => Institution | null {
  const found = new Map<Entry, Institution | null>()
  const ofTarget = (target: Target | undefined): Institution | null => {
    if (!target || !placed.includes(target.type)) return null
    return target.entry ? originOf(target.entry) : (target.known?.institutionId ?? null)
  }
  const search = (entry: Entry): Institution | null => {
    const own = institutions.get(entry)
    if (own) return own
    const paths = entry.resource.resourceType === 'Organization' ? [['partOf']] : elements
    for (const path of paths)
      for (const one of valuesAt(entry.resource, path)) {
        const { reference } = (one ?? {}) as { reference?: unknown }
        const origin = typeof reference === 'string' ? ofTarget(links.resolve(entry, reference, known)) : null
        if (origin) return origin
      }
    return null
  }
  const originOf = (entry: Entry): Institution | null => {
    const before = found.get(entry)
    if (before !== undefined) return before
    found.set(entry, null) // a circle ends here
    const origin = search(entry)
    found.set(entry, origin)
    return origin
  }
  return originOf
}
