import { Icon, type IconName } from '../../../parts/icon'
import { MeasuredValue } from '../../../parts/measured-value'
import { dateOf } from '../../../parts/moment'
import { useBilingual } from '../../../words/use-words'
import type { KnownFact } from './reads'

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

/** One fact of the timeline: when, what, where from and why it may be seen. */
export function FactLine({ fact, why }: { fact: KnownFact; why: string }) {
  const pick = useBilingual()
  const { kind, name, note, happenedAt, institution } = fact
  const measured = kind === 'measurement'
  return (
    <li className="line num">
      <time>{dateOf(happenedAt)}</time>
      <span className="rail">
        <Icon name={icons[kind]} />
      </span>
      <div>
        <h3>
          {pick(name)} {measured && <MeasuredValue of={fact} />}
        </h3>
        {note && !(measured && fact.value === null) && <p title={note}>{note}</p>}
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
