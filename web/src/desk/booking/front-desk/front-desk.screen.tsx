import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { useLive } from '../../../wire/live'
import { useMay, useSession } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { Scroll } from '../../frame/scroll'
import { useKey } from '../../frame/use-keys'
import { SiteChoice, useSite } from '../site-choice'
import { Coming } from './coming'
import { Figures } from './figures'
import { type Queue, queue } from './front-desk.data'
import type { FrontDeskView } from './front-desk.view'
import { Here } from './here'
import { MovePane } from './move-pane'
import { Scan } from './scan'
import { WalkInPane } from './walk-in-pane'

/** Who is here, who waits how long, and the one thing to do next with each. */
export function FrontDeskScreen() {
  const words = useWords().queue
  const view = useSearch({ from: '/shell/front-desk' })
  const navigate = useNavigate({ from: '/front-desk' })
  const change = (part: Partial<FrontDeskView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const siteId = useSite(view.site, useSession()?.institutionId)
  const mayAdmit = useMay('booking.queue.run')
  const open = mayAdmit && (view.walkIn !== undefined || view.move !== undefined)
  const admit = () => mayAdmit && change({ walkIn: 'new', move: undefined })
  useKey('n', admit)
  return (
    <div className={open ? 'split-view with-hold' : 'split-view'}>
      <div className="col">
        <div className="head">
          <h1>{words.deskTitle}</h1>
          <SiteChoice value={siteId} choose={(site) => change({ site, move: undefined })} />
          <span className="end">
            <LiveAge />
            <Link to="/wall" search={{ site: siteId }} target="_blank">
              {words.openWall}
            </Link>
            {mayAdmit && (
              <button type="button" className={open ? 'btn' : 'btn primary'} onClick={admit}>
                {words.admit} <kbd>N</kbd>
              </button>
            )}
          </span>
        </div>
        {siteId ? <Desk siteId={siteId} view={view} change={change} /> : <Empty title={words.chooseSite} hint={words.chooseSiteHint} />}
      </div>
      {siteId && open && <Pane siteId={siteId} view={view} leave={() => change({ walkIn: undefined, move: undefined })} />}
    </div>
  )
}

type DeskProps = { readonly siteId: string; readonly view: FrontDeskView; readonly change: (part: Partial<FrontDeskView>) => void }

function Desk({ siteId, view, change }: DeskProps) {
  const words = useWords().queue
  const query = useLive(queue(siteId))
  return (
    <Answer of={query}>
      {(found) => (
        <>
          <Figures queue={found} />
          <div className="desk-bar">
            <Lists queue={found} view={view} change={change} />
            <Scan />
          </div>
          <Scroll className="grow" label={words.deskTitle}>
            {view.list === 'coming' ? (
              <Coming siteId={siteId} />
            ) : (
              <Here queue={found} siteId={siteId} move={(visitId) => change({ move: visitId, walkIn: undefined })} />
            )}
          </Scroll>
        </>
      )}
    </Answer>
  )
}

function Lists({ queue: { lanes }, view, change }: Omit<DeskProps, 'siteId'> & { queue: Queue }) {
  const words = useWords().queue
  const here = lanes.reduce((sum, { rows }) => sum + rows.length, 0)
  const booked = lanes.reduce((sum, lane) => sum + lane.booked, 0)
  return (
    <span className="seg">
      <button type="button" aria-pressed={view.list !== 'coming'} onClick={() => change({ list: undefined })}>
        {words.here(here)}
      </button>
      <button type="button" aria-pressed={view.list === 'coming'} onClick={() => change({ list: 'coming' })}>
        {words.coming} <span className="num">{booked}</span>
      </button>
    </span>
  )
}

function Pane({ siteId, view, leave }: { siteId: string; view: FrontDeskView; leave: () => void }) {
  const query = useLive(queue(siteId))
  if (view.move)
    return <Answer of={query}>{(found) => <MovePane key={view.move} queue={found} visitId={view.move ?? ''} leave={leave} />}</Answer>
  return (
    <Answer of={query}>
      {(found) => <WalkInPane queue={found} personId={view.walkIn === 'new' ? undefined : view.walkIn} leave={leave} />}
    </Answer>
  )
}
