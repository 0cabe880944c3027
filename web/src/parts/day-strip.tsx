import type { FindDaysAnswer } from '../client/operations'
import { useWords } from '../words/use-words'
import { useDays } from './moment'

type Props = {
  readonly days: FindDaysAnswer['items']
  readonly today: string
  readonly chosen: string | undefined
  readonly choose: (date: string) => void
}

/** Fourteen days with the number of complete options left on each. */
export function DayStrip({ days, today, chosen, choose }: Props) {
  const words = useWords().booking
  const format = useDays(today)
  const stateOf = ({ state, left }: Props['days'][number]) => (state === 'left' ? words.left(left) : words[state])
  return (
    <ol className="days" aria-label={words.days}>
      {days.map((day) => (
        <li key={day.date} className={day.state === 'left' ? undefined : 'off'}>
          <button
            type="button"
            className={day.date === chosen ? 'on' : undefined}
            aria-pressed={day.date === chosen}
            aria-label={words.dayLabel(format.full(day.date), stateOf(day))}
            onClick={() => choose(day.date)}
          >
            <span>{format.strip(day.date)}</span>
            <b className="num">{format.short(day.date)}</b>
            <span>{stateOf(day)}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
