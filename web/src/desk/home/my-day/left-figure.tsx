import { useLeft } from '../../../parts/clock'
import { useWords } from '../../../words/use-words'

/** How long a clock has left, as a figure with its unit. */
export function LeftFigure({ until }: { until: string }) {
  const words = useWords().commitments
  const { figure, unit } = useLeft(until)
  const unitWords = { days: words.unitDays(figure), hours: words.unitHours, minutes: words.unitMinutes }
  return (
    <p className="fig num">
      {figure} <small>{unitWords[unit]}</small>
    </p>
  )
}
