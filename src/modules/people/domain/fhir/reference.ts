import { ok, type Refused, type Result } from '../../../../kernel/result.ts'
import { broken, problems } from './broken.ts'
import type { Found, Resource } from './resource.ts'

/** R4 nests far less; a file that does not end would. */
const deepest = 100

/** Half of a pair of surrogates, or the character 0: PostgreSQL takes neither in a text. */
const halfOrNull = /\p{Surrogate}|\0/u

type Step = string | number
const say = (steps: readonly Step[]): string => steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('')

/** Every reference of a resource, those of what it contains too; on the way a character that no text may hold is refused. */
export function findReferences(resource: Resource, path: string, checksCharacters: boolean): Result<Found[], 'people.bundle-broken'> {
  const found: Found[] = []
  const steps: Step[] = []
  // DetectedIssue.reference is the address of a text, the only element of that name in R4 that is no reference.
  const isUri = resource.resourceType === 'DetectedIssue'
  let problem: Refused<'people.bundle-broken'> | null = null
  const walk = (node: unknown): void => {
    if (typeof node === 'string') {
      if (checksCharacters && halfOrNull.test(node)) problem ??= broken(path + say(steps), problems.characters)
      if (steps.at(-1) === 'reference' && !(isUri && steps.length === 1)) found.push({ path: path + say(steps), reference: node })
    } else if (Array.isArray(node)) for (const [place, one] of node.entries()) enter(place, one)
    else if (typeof node === 'object' && node !== null) for (const name in node) enter(name, (node as Record<string, unknown>)[name])
  }
  const enter = (step: Step, node: unknown) => {
    if (typeof node !== 'string' && (typeof node !== 'object' || node === null)) return
    if (steps.length === deepest) {
      problem ??= broken(path + say(steps), problems.deep)
      return
    }
    steps.push(step)
    walk(node)
    steps.pop()
  }
  walk(resource)
  return problem ?? ok(found)
}
