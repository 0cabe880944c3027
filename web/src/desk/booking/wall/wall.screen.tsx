import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { permissions } from '../../../client/permissions'
import { Answer, Empty } from '../../../parts/answer'
import { LiveAge } from '../../../parts/live-age'
import { useNow } from '../../../parts/use-now'
import { useLive } from '../../../wire/live'
import { useMay, useSession } from '../../../wire/session'
import { speak } from '../../../wire/speak'
import { queue as english } from '../../../words/en/queue'
import { useBilingual, useWords } from '../../../words/use-words'
import { queue as chinese } from '../../../words/zh/queue'
import { useNews } from '../../frame/use-news'
import { SiteChoice, useSite } from '../site-choice'
import { LaneCard } from './lane-card'
import { type Wall, type WallLane, wall } from './wall.data'
import { WallSettings } from './wall-settings'

const shownAtOnce = 8
const turnSeconds = 10

/** Whose turn is it: for a wall, from across the room. */
export function WallScreen() {
  const { queue: words, shell } = useWords()
  const pick = useBilingual()
  const { site } = useSearch({ from: '/wall' })
  const navigate = useNavigate({ from: '/wall' })
  const may = useMay('booking.wall.show')
  const siteId = useSite(site, useSession()?.institutionId)
  if (!may) return <Empty title={shell.notPermittedTitle} hint={shell.notPermitted(pick(permissions['booking.wall.show']))} />
  if (!siteId)
    return (
      <Empty title={words.chooseSite}>
        <SiteChoice value={undefined} choose={(chosen) => void navigate({ search: { site: chosen } })} />
      </Empty>
    )
  return <Live siteId={siteId} />
}

function Live({ siteId }: { siteId: string }) {
  const query = useLive(wall(siteId))
  return (
    <main className="wall" id="main">
      <Answer of={query}>{(found) => <Shown found={found} siteId={siteId} />}</Answer>
    </main>
  )
}

function Shown({ found, siteId }: { found: Wall; siteId: string }) {
  const { site, presenceCode, lanes, showsNames } = found
  const words = useWords().queue
  const pick = useBilingual()
  const [spoken, setSpoken] = useState(false)
  const now = useNow()
  useSpokenCalls(lanes, spoken)
  const pages = Math.max(1, Math.ceil(lanes.length / shownAtOnce))
  const page = Math.floor(now / 1000 / turnSeconds) % pages
  return (
    <>
      <header>
        <h1>{pick(site.name)}</h1>
        <p className="code">
          <span>{words.presence}</span> <b className="num">{presenceCode}</b> <small>{words.presenceHint}</small>
        </p>
        <WallSettings siteId={siteId} showsNames={showsNames} spoken={spoken} speak={setSpoken} />
        <LiveAge />
      </header>
      {lanes.length === 0 ? (
        <p className="nobody">{words.wallEmpty}</p>
      ) : (
        <ul className="wall-lanes">
          {lanes.slice(page * shownAtOnce, (page + 1) * shownAtOnce).map((lane) => (
            <LaneCard key={lane.expert.zh} lane={lane} now={now} />
          ))}
        </ul>
      )}
    </>
  )
}

type Called = { readonly lane: WallLane; readonly current: NonNullable<WallLane['current']> }

/** Says each new call in Chinese, then in English, and once more. */
function useSpokenCalls(lanes: readonly WallLane[], on: boolean): void {
  const called = lanes.flatMap((lane): Called[] => (lane.current && !lane.current.isIn ? [{ lane, current: lane.current }] : []))
  useNews(
    called,
    ({ current }) => `${current.ticket} ${current.calledAt}`,
    ({ lane: { room }, current: { ticket } }) => {
      if (!on) return
      const once = [
        { language: 'zh', text: room ? chinese.pleaseCome(ticket, room.zh) : chinese.pleaseComeNoRoom(ticket) },
        { language: 'en', text: room ? english.pleaseCome(ticket, room.en) : english.pleaseComeNoRoom(ticket) },
      ] as const
      speak([...once, ...once])
    },
  )
}
