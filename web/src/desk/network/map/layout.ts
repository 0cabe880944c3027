import type { Enum } from '../../../client/enums'
import type { ShowMapAnswer } from '../../../client/operations'

type Institution = ShowMapAnswer['institutions'][number]

/** Sizes of the picture in its own units. */
export const picture = {
  width: 780,
  row: 44,
  top: 24,
  left: 226,
  right: 554,
  siteLeft: 296,
  siteWidth: 188,
  siteHeight: 44,
  siteGap: 16,
} as const

const kindOrder: readonly Enum<'institutionKind'>[] = [
  'operator',
  'management-centre',
  'hospital',
  'internet-hospital',
  'health-centre',
  'chronic-centre',
  'doctor-group',
  'imaging-centre',
  'laboratory',
  'pharmacy',
  'clinic',
]
const brought = ({ experts, rooms, devices }: Institution): number => experts + rooms + devices

/** By kind, and within it who brings most first. */
export const inOrder = (institutions: readonly Institution[]): Institution[] =>
  institutions.toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || brought(b) - brought(a))

/** Up to so many institutions each has its own node; beyond, those that share nothing at a site are drawn as one per kind. */
const mostNodes = 40
/** Up to so many sites each has its own box; beyond, only those of the chosen institution. */
const mostBoxes = 24

/** One institution, or all of a kind that are not drawn each for itself. */
export type Node = {
  readonly key: string
  readonly kind: Enum<'institutionKind'>
  readonly institutions: readonly Institution[]
  readonly side: 'left' | 'right'
  readonly y: number
}
export type Box = { readonly site: ShowMapAnswer['sites'][number]; readonly y: number }
/** To a site where it brings something, or (null) to the operator as a mere member. */
export type Thread = { readonly from: Node; readonly to: Box | null; readonly endY: number }
export type Layout = {
  readonly height: number
  readonly nodes: readonly Node[]
  readonly boxes: readonly Box[]
  readonly threads: readonly Thread[]
  /** Where the operator stands. */
  readonly operatorY: number
}

type Sites = ShowMapAnswer['sites']

/** Whether an institution owns a site or has put something there. */
export const isAt = (id: string, { institutionId, owners }: Sites[number]): boolean =>
  id === institutionId || owners.some((owner) => owner.institutionId === id)

/** The institutions of each kind that there is, in the order of the picture. */
export function byKind(institutions: readonly Institution[]): [kind: Enum<'institutionKind'>, institutions: readonly Institution[]][] {
  const ordered = inOrder(institutions)
  return [...new Set(ordered.map(({ kind }) => kind))].map((kind) => [kind, ordered.filter((one) => one.kind === kind)])
}

/** Who is drawn for itself and who with all others of the kind. */
function gather(others: readonly Institution[], sites: Sites, chosen: string | undefined): Pick<Node, 'key' | 'kind' | 'institutions'>[] {
  const isOwn = ({ id }: Institution) => others.length <= mostNodes || id === chosen || sites.some((site) => isAt(id, site))
  return byKind(others).flatMap(([kind, all]) => {
    const own = all.filter(isOwn).map((institution) => ({ key: institution.id, kind, institutions: [institution] }))
    const rest = all.filter((institution) => !isOwn(institution))
    return rest.length === 0 ? own : [...own, { key: kind, kind, institutions: rest }]
  })
}

/** Operator and sites in the middle, the others by kind on both sides, and a thread from an owner to each site it brings something to. */
export function layOut({ network, institutions, sites: all }: ShowMapAnswer, chosen?: string): Layout {
  const others = institutions.filter(({ id }) => id !== network?.operatorId)
  const sites = all.length <= mostBoxes ? all : all.filter((site) => chosen !== undefined && isAt(chosen, site))
  const gathered = gather(others, sites, chosen)
  const half = Math.ceil(gathered.length / 2)
  const { row, top, siteHeight, siteGap } = picture
  const middle = siteHeight + sites.length * (siteHeight + siteGap)
  const height = Math.max(half * row, middle) + 2 * top
  const nodesOf = (side: Node['side'], list: typeof gathered): Node[] => {
    const begin = (height - list.length * row) / 2
    return list.map((one, place) => ({ ...one, side, y: begin + (place + 0.5) * row }))
  }
  const nodes = [...nodesOf('left', gathered.slice(0, half)), ...nodesOf('right', gathered.slice(half))]
  const operatorY = (height - middle) / 2
  const boxes = sites.map((site, place): Box => ({ site, y: operatorY + (place + 1) * (siteHeight + siteGap) }))
  const threads = boxes.flatMap((to) =>
    nodes
      .filter((node) => node.institutions.some(({ id }) => isAt(id, to.site)))
      .map((from): Thread => ({ from, to, endY: to.y + siteHeight / 2 })),
  )
  const members = nodes.filter((node) => !threads.some(({ from }) => from === node))
  const memberships = members.map((from): Thread => ({ from, to: null, endY: operatorY + siteHeight / 2 }))
  return { height, nodes, boxes, threads: [...memberships, ...threads], operatorY }
}

/** A thread that leaves its institution level and arrives level, like a woven one. */
export function pathOf({ from, endY }: Thread): string {
  const [a, b] = from.side === 'left' ? [picture.left + 8, picture.siteLeft] : [picture.right - 8, picture.siteLeft + picture.siteWidth]
  const bend = (a + b) / 2
  return `M${a} ${from.y}C${bend} ${from.y} ${bend} ${endY} ${b} ${endY}`
}
