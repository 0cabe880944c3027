import { elapsedText } from '../../../parts/clock'
import { Icon } from '../../../parts/icon'
import { useNow } from '../../../parts/use-now'
import { useWords } from '../../../words/use-words'

type Props = { readonly startedAt: string; readonly plannedMinutes: number | null; readonly running: boolean }

/** How long the visit has lasted of the time that was planned for it: `12:40 / 30:00`. */
export function VisitClock({ startedAt, plannedMinutes, running }: Props) {
  const words = useWords().care
  const now = useNow()
  if (!running) return null
  const planned = plannedMinutes === null ? null : `${plannedMinutes}:00`
  return (
    <span className="clk running" title={planned ? words.consultationClock(planned) : undefined}>
      <Icon name="clock" />
      <span className="num">{[elapsedText(now, startedAt), planned].filter(Boolean).join(' / ')}</span>
    </span>
  )
}
