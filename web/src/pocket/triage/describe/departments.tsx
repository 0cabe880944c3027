import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Enum } from '../../../client/enums'
import { Answer } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { useKind } from '../../../parts/kind'
import { useBilingual, useWords } from '../../../words/use-words'
import { offeringsOf } from './describe.data'

type Booking = { readonly person: string | undefined; readonly assessmentId: string }

const departmentsAtMost = 3

/** The departments that fit best, each with what can be booked there. */
export function Departments({ specialties, ...booking }: Booking & { readonly specialties: readonly Enum<'specialty'>[] }) {
  return specialties.slice(0, departmentsAtMost).map((specialty) => <Department key={specialty} specialty={specialty} {...booking} />)
}

function Department({ specialty, person, assessmentId }: Booking & { readonly specialty: Enum<'specialty'> }) {
  const words = useWords().triage
  const { minutes } = useWords().booking
  const pick = useBilingual()
  const kind = useKind()
  const query = useQuery(offeringsOf(specialty))
  return (
    <section className="sheet" aria-label={kind(specialty)}>
      <h2>{kind(specialty)}</h2>
      <Answer of={query} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="note">{words.nothingOffered}</p>
          ) : (
            <ul className="lines">
              {items.map(({ id, name, owner, durationMinutes }) => (
                <li key={id}>
                  <Link className="row" to="/book" search={{ person, offering: id, assessment: assessmentId }}>
                    <span className="grow">
                      <b>{pick(name)}</b>
                      <small>
                        {pick(owner)} · {minutes(durationMinutes)}
                      </small>
                    </span>
                    <Icon name="right" large />
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
