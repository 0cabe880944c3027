import { ClockChip, remainingAt } from '../../parts/clock'
import { Icon } from '../../parts/icon'
import { minutesBetween } from '../../parts/moment'
import { useIsoNow, useNow } from '../../parts/use-now'
import { useWords } from '../../words/use-words'

const minutesOfDay = 1440

/** Time left or over: in days while it is more than one, else to the second. */
export function DueChip({ since, until }: { since: string; until: string }) {
  const words = useWords().loop
  const now = useNow()
  const days = Math.floor(Math.abs(minutesBetween(useIsoNow(), until)) / minutesOfDay)
  if (days < 1) return <ClockChip since={since} until={until} />
  const { state } = remainingAt(now, since, until)
  return (
    <span className={`clk ${state}`}>
      <Icon name="clock" />
      <span className="num">{state === 'over' ? words.daysOver(days) : words.daysLeft(days)}</span>
    </span>
  )
}
