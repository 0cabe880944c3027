import { Icon, type IconName } from '../../../parts/icon'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact } from './reads'
import type { Entry } from './timeline.order'

const icons: Readonly<Record<KnownFact['kind'], IconName>> = {
  problem: 'flag',
  medication: 'pill',
  allergy: 'warning',
  measurement: 'flask',
  imaging: 'scan',
  procedure: 'device',
  immunisation: 'syringe',
  visit: 'stethoscope',
  document: 'document',
}

/** One line of the timeline: when, what, where from and why it may be seen. */
export function FactLine({ entry: { first, measured }, why }: { entry: Entry; why: string }) {
  const pick = useBilingual()
  const { kind, name, note, happenedAt, institution } = first
  return (
    <li className="line num">
      <time>{dateOf(happenedAt)}</time>
      <span className="rail">
        <Icon name={icons[kind]} />
      </span>
      <div>
        {kind === 'measurement' ? (
          <Measured facts={measured} />
        ) : (
          <>
            <h3>{pick(name)}</h3>
            {note && <p>{note}</p>}
          </>
        )}
        <p className="from">
          <span>
            <Icon name="building" />
            {pick(institution)}
          </span>
          <span>
            <Icon name="eye" />
            {why}
          </span>
        </p>
      </div>
    </li>
  )
}

/** What was measured on one day, what is abnormal first. */
function Measured({ facts }: { facts: readonly KnownFact[] }) {
  const words = useWords().portrait
  const pick = useBilingual()
  const ordered = facts.toSorted((a, b) => Number(a.flag === null) - Number(b.flag === null))
  return (
    <>
      {facts.length > 1 && <h3>{words.measured(facts.length, facts.filter(({ flag }) => flag !== null).length)}</h3>}
      <ul className="values">
        {ordered.map((fact) => (
          <li key={fact.id}>
            {pick(fact.name)} <MeasuredValue of={fact} />
          </li>
        ))}
      </ul>
    </>
  )
}
