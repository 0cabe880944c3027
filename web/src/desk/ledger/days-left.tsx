import { Icon } from '../../parts/icon'
import { minutesBetween } from '../../parts/moment'
import { isoNow } from '../../parts/use-now'
import { useWords } from '../../words/use-words'

const minutesPerDay = 24 * 60
const soonDays = 2

/** How many days are left until a moment; amber when few. */
export function DaysLeft({ until }: { until: string }) {
  const words = useWords().statements
  const days = Math.max(0, Math.ceil(minutesBetween(isoNow(), until) / minutesPerDay))
  return (
    <span className={days === 0 ? 'clk over' : days <= soonDays ? 'clk due' : 'clk'}>
      <Icon name="clock" />
      {words.daysLeft(days)}
    </span>
  )
}
