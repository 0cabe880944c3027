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

export type Node = { readonly institution: Institution; readonly side: 'left' | 'right'; readonly y: number }
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

/** Operator and sites in the middle, the others by kind on both sides, and a thread from an owner to each site it brings something to. */
export function layOut({ network, institutions, sites }: ShowMapAnswer): Layout {
  const others = inOrder(institutions).filter(({ id }) => id !== network?.operatorId)
  const half = Math.ceil(others.length / 2)
  const { row, top, siteHeight, siteGap } = picture
  const middle = siteHeight + sites.length * (siteHeight + siteGap)
  const height = Math.max(half * row, middle) + 2 * top
  const nodesOf = (side: Node['side'], list: readonly Institution[]): Node[] => {
    const begin = (height - list.length * row) / 2
    return list.map((institution, place) => ({ institution, side, y: begin + (place + 0.5) * row }))
  }
  const nodes = [...nodesOf('left', others.slice(0, half)), ...nodesOf('right', others.slice(half))]
  const operatorY = (height - middle) / 2
  const boxes = sites.map((site, place): Box => ({ site, y: operatorY + (place + 1) * (siteHeight + siteGap) }))
  const threads = boxes.flatMap((to) =>
    nodes
      .filter(({ institution: { id } }) => id === to.site.institutionId || to.site.owners.some(({ institutionId }) => institutionId === id))
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
