import type { Resource } from './resource.ts'
import type { Shape } from './shape.ts'

const han = /\p{Script=Han}/u
const longestName = 200
const hospital = /hospital|medical cent(er|re)|infirmary|医院|卫生院|医疗中心/i

export type SentInstitution = { readonly kind: 'hospital' | 'clinic'; readonly name: { readonly zh: string; readonly en: string } }

/** What an Organization is in the directory; null: it is no provider of care (a payer, a department, a team) or has no name. */
export function institutionOf(resource: Resource): SentInstitution | null {
  const { name, alias = [], type = [] } = resource as Resource & Shape<'Organization'>
  const codes = type.flatMap(({ coding = [] }) => coding).filter(({ system = '' }) => system.includes('organization-type'))
  if (name === undefined || name.length > longestName || (codes.length > 0 && !codes.some(({ code }) => code === 'prov'))) return null
  const words = [name, ...alias]
  const zh = words.find((word) => han.test(word)) ?? name
  const en = words.find((word) => !han.test(word)) ?? name
  return { kind: words.some((word) => hospital.test(word)) ? 'hospital' : 'clinic', name: { zh, en } }
}
