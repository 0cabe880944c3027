import { enums } from '../../../client/enums'
import type { ShowOrderAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { StatusMark } from '../../../parts/status-mark'
import { useLive } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { OrderResult } from '../order-result'
import { CriticalCall } from './critical-call'
import { Decision } from './decision'
import { ResultForm } from './result-form'
import { Steps } from './steps'
import { order } from './worklist.data'

type Props = { readonly orderId: string; readonly done: () => void }

/** One order: whose it is, what is asked, what was found; the decision at the foot. */
export function OrderPane({ orderId, done }: Props) {
  const words = useWords().care
  const query = useLive(order(orderId))
  return (
    <aside className="col hold" aria-label={words.order}>
      <Answer of={query}>
        {(found) => (
          <>
            <div className="grow">
              <Who of={found} />
              {found.criticalValues.map((critical) => (
                <CriticalCall key={critical.id} critical={critical} />
              ))}
              <Asked of={found} />
              <Outcome of={found} />
              <Steps of={found} />
            </div>
            <Decision of={found} done={done} />
          </>
        )}
      </Answer>
    </aside>
  )
}

function Who({ of: { person, allergies, order: asked } }: { of: ShowOrderAnswer }) {
  const { care, shell } = useWords()
  const pick = useBilingual()
  return (
    <section>
      <h2>
        {person.name} {pick(enums.sex[person.sex])} {shell.age(person.ageYears)}
      </h2>
      <p className="tags">
        <StatusMark of="orderState" value={asked.state} />
        {allergies.map((allergy) => (
          <span key={allergy.zh} className="tag danger">
            <Icon name="warning" />
            <span>{care.allergyOf(pick(allergy), null)}</span>
          </span>
        ))}
      </p>
    </section>
  )
}

function Asked({ of: { order: asked, orderer } }: { of: ShowOrderAnswer }) {
  const words = useWords().care
  const pick = useBilingual()
  const { item, urgency, dosing, note, allergyOverride, endReason } = asked
  const route = dosing && (enums.drugRoute as Record<string, { zh: string; en: string }>)[dosing.route]
  return (
    <section>
      <h3>
        {pick(item)} <small>{pick(enums.urgency[urgency])}</small>
      </h3>
      <p className="note">{[pick(orderer), note].filter(Boolean).join(' · ')}</p>
      {dosing && <p>{words.dosing(dosing.dose, dosing.unit, dosing.timesPerDay, dosing.days, route ? pick(route) : dosing.route)}</p>}
      {allergyOverride && <p className="refusal">{words.overrideKept(allergyOverride)}</p>}
      {endReason && <p className="note">{words.endedBecause(endReason)}</p>}
    </section>
  )
}

/** The form while there is something to enter; what was entered or released. */
function Outcome({ of: found }: { of: ShowOrderAnswer }) {
  const { result } = found.order
  const mayEnter = found.next.includes('completed')
  return (
    <section>
      {result && <OrderResult result={result} />}
      {mayEnter && <ResultForm key={result ? 'again' : 'first'} of={found} />}
    </section>
  )
}
