import type { Enum } from '../../../client/enums'
import { useWords } from '../../../words/use-words'

const stage: Readonly<Record<Enum<'visitStatus'>, 0 | 1 | 2 | 3 | 4>> = {
  held: 0,
  booked: 0,
  arrived: 1,
  waiting: 1,
  called: 1,
  missed: 1,
  'in-progress': 2,
  completed: 4,
  cancelled: 0,
  'no-show': 0,
}

/** The way of a visit: check in, wait, with the doctor, done. */
export function Course({ status }: { status: Enum<'visitStatus'> }) {
  const words = useWords().booking
  const steps = [words.stepCheckIn, words.stepWait, words.stepDoctor, words.stepDone]
  const now = stage[status]
  return (
    <ol className="steps">
      {steps.map((step, place) => (
        <li key={step} className={place < now ? 'was' : place === now ? 'is' : undefined} aria-current={place === now ? 'step' : undefined}>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
