import { Link } from '@tanstack/react-router'
import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import type { KnownFact, Portrait } from '../../frame/portrait/reads'
import { Tiles } from '../../frame/portrait/tiles'
import { Withheld } from '../../frame/portrait/withheld'
import type { Section } from './person.view'

const most = 6

/** The person at a glance: what was measured, what lasts, what was last done. */
export function Overview({ of }: { of: Portrait }) {
  const words = useWords().portrait
  const latest = [...of.visits, ...of.imaging, ...of.procedures, ...of.immunisations, ...of.documents]
    .toSorted((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1))
    .slice(0, most)
  return (
    <>
      <Tiles measurements={of.measurements} />
      <Withheld of={of} />
      <div className="glance">
        <Glance of={of} section="problems" facts={of.problems.active} none={words.noProblems} />
        <Glance of={of} section="medication" facts={of.medication.active} none={words.noMedication} />
        <Glance
          of={of}
          section="allergies"
          facts={of.allergies.items}
          none={of.allergies.noneKnown ? words.noneKnown : words.notRecorded}
        />
        <Glance of={of} section="timeline" title={words.latest} facts={latest} none={words.empty} />
      </div>
    </>
  )
}

type GlanceProps = {
  readonly of: Portrait
  readonly section: Section
  readonly title?: string
  readonly facts: readonly KnownFact[]
  readonly none: string
}

function Glance({ of: { personId }, section, title, facts, none }: GlanceProps) {
  const words = useWords().portrait
  const pick = useBilingual()
  return (
    <section aria-label={title ?? words[section]}>
      <h2>
        <Link to="/people/$personId" params={{ personId }} search={{ section }}>
          {title ?? words[section]}
        </Link>
      </h2>
      {facts.length === 0 && <p className="note">{none}</p>}
      <ul>
        {facts.slice(0, most).map((fact) => (
          <li key={fact.id}>
            <b>{pick(fact.name)}</b> {fact.note}
            <p className="from num">
              <span>
                <Icon name="building" />
                {pick(fact.institution)}
              </span>
              <span>{dateOf(fact.happenedAt)}</span>
            </p>
          </li>
        ))}
      </ul>
      {facts.length > most && <p className="note">{words.more(facts.length)}</p>}
    </section>
  )
}
