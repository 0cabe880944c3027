import { Link } from '@tanstack/react-router'
import { listCommitments } from '../../client/operations'
import type { Permission } from '../../client/permissions'
import { Icon, type IconName } from '../../parts/icon'
import { useLive } from '../../wire/live'
import { ask } from '../../wire/query'
import { useMay, useSession } from '../../wire/session'
import { type AllWords, useWords } from '../../words/use-words'
import { placeOf, useMayMend } from '../commitments/mend'

export type Place = {
  readonly to:
    | '/'
    | '/commitments'
    | '/find'
    | '/front-desk'
    | '/day'
    | '/visits'
    | '/offerings'
    | '/rota'
    | '/people/register'
    | '/agreements'
    | '/network'
    | '/worklist'
    | '/results'
    | '/bills'
    | '/claims'
    | '/statements'
    | '/integrity'
    | '/ledger'
    | '/indicators'
    | '/rectifications'
    | '/inspections'
    | '/norms'
  readonly icon: IconName
  readonly permission: Permission | null
  readonly word: (words: AllWords) => string
}

/** Every screen that has an address of its own; what the role may never open is not drawn. */
export const areas: { readonly word: ((words: AllWords) => string) | null; readonly places: readonly Place[] }[] = [
  {
    word: null,
    places: [
      { to: '/', icon: 'home', permission: null, word: ({ shell }) => shell.myDay },
      { to: '/commitments', icon: 'clock', permission: 'commitments.board.read', word: ({ commitments }) => commitments.board },
    ],
  },
  {
    word: ({ shell }) => shell.booking,
    places: [
      { to: '/find', icon: 'search', permission: 'booking.offering.find', word: ({ shell }) => shell.find },
      { to: '/front-desk', icon: 'queue', permission: 'booking.queue.read', word: ({ queue }) => queue.desk },
      { to: '/day', icon: 'expert', permission: 'booking.day.read', word: ({ queue }) => queue.dayList },
      { to: '/visits', icon: 'calendar', permission: 'booking.visit.read', word: ({ shell }) => shell.visits },
      { to: '/offerings', icon: 'device', permission: 'booking.offering.define', word: ({ shell }) => shell.offerings },
      { to: '/rota', icon: 'clock', permission: 'booking.calendar.open', word: ({ shell }) => shell.rota },
    ],
  },
  {
    word: ({ care }) => care.area,
    places: [
      { to: '/results', icon: 'eye', permission: 'care.result.read', word: ({ care }) => care.results },
      { to: '/worklist', icon: 'flask', permission: 'care.worklist.work', word: ({ care }) => care.worklist },
    ],
  },
  {
    word: ({ shell }) => shell.pay,
    places: [
      { to: '/bills', icon: 'document', permission: 'billing.bill.read', word: ({ billing }) => billing.bills },
      { to: '/integrity', icon: 'shield', permission: 'integrity.finding.read', word: ({ integrity }) => integrity.title },
      { to: '/claims', icon: 'document', permission: 'coverage.claim.read', word: ({ coverage }) => coverage.claims },
      { to: '/statements', icon: 'yuan', permission: 'ledger.own-statement.read', word: ({ statements }) => statements.list },
      { to: '/ledger', icon: 'document', permission: 'ledger.account.read', word: ({ ledger }) => ledger.accounts },
    ],
  },
  {
    word: ({ shell }) => shell.improve,
    places: [
      { to: '/indicators', icon: 'chart', permission: 'quality.indicator.read', word: ({ indicators }) => indicators.navigation },
      { to: '/rectifications', icon: 'flag', permission: 'quality.inspection.read', word: ({ loop }) => loop.rectifications },
      { to: '/inspections', icon: 'eye', permission: 'quality.inspection.read', word: ({ loop }) => loop.inspections },
      { to: '/norms', icon: 'document', permission: 'quality.inspection.read', word: ({ loop }) => loop.norms },
    ],
  },
  {
    word: ({ shell }) => shell.people,
    places: [{ to: '/people/register', icon: 'plus', permission: 'people.person.register', word: ({ shell }) => shell.registerPerson }],
  },
  {
    word: ({ shell }) => shell.network,
    places: [
      { to: '/network', icon: 'network', permission: 'network.directory.read', word: ({ network }) => network.map },
      { to: '/agreements', icon: 'contract', permission: 'agreements.agreement.read', word: ({ agreements }) => agreements.navigation },
    ],
  },
]

/** The places that the signed-in person may open. */
export function usePlaces(): { word: string | null; places: (Place & { label: string })[] }[] {
  const words = useWords()
  const session = useSession()
  const may = ({ permission }: Place) => session?.kind === 'staff' && (permission === null || session.permissions.includes(permission))
  return areas
    .map(({ word, places }) => ({
      word: word?.(words) ?? null,
      places: places.filter(may).map((place) => ({ ...place, label: place.word(words) })),
    }))
    .filter(({ places }) => places.length > 0)
}

/** How much of what my roles owe is done at each place; nothing is said while it is unknown. */
function useCounts(): (to: string) => string | null {
  const may = useMay('commitments.board.read')
  const { data } = useLive({ ...ask(listCommitments, { mine: true }), enabled: may })
  const mayMend = useMayMend()
  const open = data?.items.filter(({ state, kind }) => state !== 'paused' && mayMend(kind)) ?? []
  return (to) => {
    const count = to === '/' ? open.length : open.filter(({ kind }) => placeOf(kind) === to).length
    return count === 0 ? null : data?.next && to === '/' ? `${count}+` : String(count)
  }
}

export function Navigation() {
  const words = useWords().shell
  const countOf = useCounts()
  return (
    <nav className="side" aria-label={words.navigation}>
      {usePlaces().map(({ word, places }) => (
        <div key={places[0]?.to}>
          {word && <h2>{word}</h2>}
          {places.map(({ to, icon, label }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
              <Icon name={icon} />
              <span>{label}</span>
              <Count of={countOf(to)} />
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}

function Count({ of }: { of: string | null }) {
  const words = useWords().shell
  return of === null ? null : (
    <span className="n num">
      {of}
      <span className="sr"> {words.open}</span>
    </span>
  )
}
