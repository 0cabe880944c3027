import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowMapAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Box, isAt, layOut, type Node, pathOf, picture } from './layout'

type Props = { readonly map: ShowMapAnswer; readonly chosen: string | undefined }

/** Full-width letters that fit beside a node, and into a box. */
const longest = { node: 15, box: 11.8 }
const cut = (text: string, where: keyof typeof longest): string => {
  let width = 0
  const place = [...text].findIndex((letter) => {
    width += letter > '\u2e80' ? 1 : 0.56
    return width > longest[where]
  })
  return place < 0 ? text : `${[...text].slice(0, place).join('')}…`
}

/** The network drawn: it repeats what list and table say, so readers of the screen get those. */
export function Picture({ map, chosen }: Props) {
  const pick = useBilingual()
  const { height, nodes, boxes, threads, operatorY } = layOut(map, chosen)
  const operator = map.institutions.find(({ id }) => id === map.network?.operatorId)
  return (
    <svg className="network-map" viewBox={`0 0 ${picture.width} ${height}`} aria-hidden="true">
      {threads.map((thread) => (
        <path
          key={`${thread.from.key} ${thread.to?.site.id}`}
          d={pathOf(thread)}
          className={['thread', thread.to ? '' : 'member', thread.from.key === chosen ? 'on' : ''].join(' ')}
        />
      ))}
      {operator && (
        <Choose institution={operator.id}>
          <rect
            className={operator.id === chosen ? 'hub on' : 'hub'}
            x={picture.siteLeft}
            y={operatorY}
            width={picture.siteWidth}
            height={picture.siteHeight}
            rx="6"
          />
          <text className="hub-name" x={picture.width / 2} y={operatorY + 27} textAnchor="middle">
            {cut(pick(operator.name), 'box')}
          </text>
        </Choose>
      )}
      {boxes.map((box) => (
        <SiteBox key={box.site.id} box={box} map={map} on={chosen !== undefined && isAt(chosen, box.site)} />
      ))}
      {nodes.map((node) => (
        <PartyNode key={node.key} node={node} on={node.key === chosen} />
      ))}
    </svg>
  )
}

type Choice = { readonly institution: string } | { readonly only: Node['kind'] }

function Choose({ children, ...choice }: Choice & { readonly children: React.ReactNode }) {
  return (
    <Link to="/network" search={(before) => ({ ...before, institution: undefined, only: undefined, ...choice })} tabIndex={-1}>
      {children}
    </Link>
  )
}

function SiteBox({ box: { site, y }, map, on }: { box: Box; map: ShowMapAnswer; on: boolean }) {
  const pick = useBilingual()
  const host = map.institutions.find(({ id }) => id === site.institutionId)
  const owner = host && pick(host.name) !== pick(site.name) ? pick(host.name) : '' // a house with one site is its own
  return (
    <g>
      <rect
        className={on ? 'site-box on' : 'site-box'}
        x={picture.siteLeft}
        y={y}
        width={picture.siteWidth}
        height={picture.siteHeight}
        rx="6"
      />
      <text x={picture.siteLeft + 12} y={y + (owner ? 18 : 27)}>
        {cut(pick(site.name), 'box')}
      </text>
      <text className="small" x={picture.siteLeft + 12} y={y + 36}>
        {cut(owner, 'box')}
      </text>
    </g>
  )
}

function PartyNode({ node, on }: { node: Node; on: boolean }) {
  const words = useWords().network
  const pick = useBilingual()
  const { key, kind, institutions, side, y } = node
  const [first] = institutions
  if (!first) return null
  const x = picture[side]
  const away = side === 'left' ? -12 : 12
  const anchor = side === 'left' ? 'end' : 'start'
  const ending = institutions.filter(({ licence }) => licence !== null && licence !== 'in-force').length
  const [name, note, mark] =
    institutions.length > 1
      ? [
          words.manyOf(pick(enums.institutionKind[kind]), institutions.length),
          words.endingLicences(ending),
          ending > 0 ? 'ending' : 'in-force',
        ]
      : [pick(first.name), words.brings(first.experts, first.rooms, first.devices), first.licence ?? 'none']
  return (
    <Choose {...(institutions.length > 1 ? { only: kind } : { institution: key })}>
      <rect className={on ? 'row on' : 'row'} x={side === 'left' ? 4 : x - 12} y={y - 20} width={picture.left + 8} height="40" rx="6" />
      <circle className={mark} cx={x} cy={y} r="5" />
      <text className={on ? 'on' : undefined} x={x + away} y={y - 3} textAnchor={anchor}>
        {cut(name, 'node')}
      </text>
      <text className="small" x={x + away} y={y + 15} textAnchor={anchor}>
        {note}
      </text>
    </Choose>
  )
}
