import { enums } from '../../../client/enums'
import type { ShowOrderAnswer } from '../../../client/operations'
import { dateOf, timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'

/** Who did what with an order, and when. */
export function Steps({ of: { steps } }: { of: ShowOrderAnswer }) {
  const words = useWords().care
  const pick = useBilingual()
  return (
    <section>
      <h3>{words.steps}</h3>
      <ul className="plain">
        {steps.map(({ state, at, by, reason }) => (
          <li key={state}>
            <span className="num note">
              {dateOf(at).slice(5)} {timeOf(at)}
            </span>{' '}
            {pick(enums.orderState[state])} <small>{[pick(by), reason].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
