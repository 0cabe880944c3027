import { Link } from '@tanstack/react-router'
import type { ShowMapAnswer } from '../../../client/operations'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Box, layOut, type Node, pathOf, picture } from './layout'

type Props = { readonly map: ShowMapAnswer; readonly chosen: string | undefined }

const longest = 15 // full-width letters that fit beside a node
const cut = (text: string): string => {
  let width = 0
  const place = [...text].findIndex((letter) => {
    width += letter > '\u2e80' ? 1 : 0.56
    return width > longest
  })
  return place < 0 ? text : `${[...text].slice(0, place).join('')}…`
}

/** The network drawn: it repeats what list and table say, so readers of the screen get those. */
export function Picture({ map, chosen }: Props) {
  const pick = useBilingual()
  const { height, nodes, boxes, threads, operatorY } = layOut(map)
  const operator = map.institutions.find(({ id }) => id === map.network?.operatorId)
  const concerns = (id: string, box: Box) =>
    box.site.institutionId === id || box.site.owners.some(({ institutionId }) => institutionId === id)
  return (
    <svg className="network-map" viewBox={`0 0 ${picture.width} ${height}`} aria-hidden="true">
      {threads.map((thread) => (
        <path
          key={`${thread.from.institution.id} ${thread.to?.site.id}`}
          d={pathOf(thread)}
          className={['thread', thread.to ? '' : 'member', thread.from.institution.id === chosen ? 'on' : ''].join(' ')}
        />
      ))}
      {operator && (
        <Choose id={operator.id}>
          <rect
            className={operator.id === chosen ? 'hub on' : 'hub'}
            x={picture.siteLeft}
            y={operatorY}
            width={picture.siteWidth}
            height={picture.siteHeight}
            rx="6"
          />
          <text className="hub-name" x={picture.width / 2} y={operatorY + 27} textAnchor="middle">
            {cut(pick(operator.name))}
          </text>
        </Choose>
      )}
      {boxes.map((box) => (
        <SiteBox key={box.site.id} box={box} map={map} on={chosen !== undefined && concerns(chosen, box)} />
      ))}
      {nodes.map((node) => (
        <InstitutionNode key={node.institution.id} node={node} on={node.institution.id === chosen} />
      ))}
    </svg>
  )
}

function Choose({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <Link to="/network" search={(before) => ({ ...before, institution: id })} tabIndex={-1}>
      {children}
    </Link>
  )
}

function SiteBox({ box: { site, y }, map, on }: { box: Box; map: ShowMapAnswer; on: boolean }) {
  const pick = useBilingual()
  const host = map.institutions.find(({ id }) => id === site.institutionId)
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
      <text x={picture.siteLeft + 12} y={y + 18}>
        {cut(pick(site.name))}
      </text>
      <text className="small" x={picture.siteLeft + 12} y={y + 36}>
        {host ? cut(pick(host.name)) : ''}
      </text>
    </g>
  )
}

function InstitutionNode({ node: { institution, side, y }, on }: { node: Node; on: boolean }) {
  const words = useWords().network
  const pick = useBilingual()
  const { experts, rooms, devices } = institution
  const x = picture[side]
  const away = side === 'left' ? -12 : 12
  return (
    <Choose id={institution.id}>
      <rect className={on ? 'row on' : 'row'} x={side === 'left' ? 4 : x - 12} y={y - 20} width={picture.left + 8} height="40" rx="6" />
      <circle className={institution.licence ?? 'none'} cx={x} cy={y} r="5" />
      <text className={on ? 'on' : undefined} x={x + away} y={y - 3} textAnchor={side === 'left' ? 'end' : 'start'}>
        {cut(pick(institution.name))}
      </text>
      <text className="small" x={x + away} y={y + 15} textAnchor={side === 'left' ? 'end' : 'start'}>
        {words.brings(experts, rooms, devices)}
      </text>
    </Choose>
  )
}
