import { Link } from '@tanstack/react-router'
import { Empty } from '../../../parts/answer'
import { useWords } from '../../../words/use-words'
import { usePlaces } from '../../frame/navigation'

/** Where the day of a role begins when nothing waits. */
const begins = [
  '/front-desk',
  '/day',
  '/worklist',
  '/results',
  '/bills',
  '/claims',
  '/statements',
  '/rota',
  '/agreements',
  '/network',
] as const
const most = 3

/** Nothing is mine now: what usually comes next for this role is one step away. */
export function NothingToDo() {
  const words = useWords().commitments
  const ways = usePlaces()
    .flatMap(({ places }) => places)
    .filter(({ to }) => begins.some((place) => place === to))
    .slice(0, most)
  return (
    <Empty title={words.nothingToDo} hint={words.nothingOwedHint}>
      <p className="row-of">
        {ways.map(({ to, label }) => (
          <Link key={to} className="btn" to={to}>
            {label}
          </Link>
        ))}
      </p>
    </Empty>
  )
}
