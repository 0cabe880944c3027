import { Answer } from '../../../parts/answer'
import { useWords } from '../../../words/use-words'
import { FactList } from '../../frame/portrait/fact-list'
import { type TimelineFilter, usePortrait } from '../../frame/portrait/reads'
import { Timeline } from '../../frame/portrait/timeline'
import { Withheld } from '../../frame/portrait/withheld'
import { Scroll } from '../../frame/scroll'
import { Consents } from './consents'
import { Family } from './family'
import { Identifiers } from './identifiers'
import { Invitation } from './invitation'
import { Measurements } from './measurements'
import { Openings } from './openings'
import { Overview } from './overview'
import type { PersonView } from './person.view'
import { AllergySection, Medication, Problems } from './records'
import { Visits } from './visits'

type Props = { readonly personId: string; readonly view: PersonView; readonly filter: (filter: TimelineFilter) => void }

/** The section that the address names. */
export function Content({ personId, view, filter }: Props) {
  switch (view.section) {
    case 'timeline':
      return <Timeline personId={personId} filter={{ kind: view.kind, institution: view.institution }} change={filter} />
    case 'consents':
      return (
        <div className="grow pane">
          <Consents personId={personId} />
        </div>
      )
    case 'family':
      return (
        <div className="grow pane">
          <Family personId={personId} />
          <Invitation personId={personId} />
        </div>
      )
    case 'openings':
      return (
        <div className="grow">
          <Openings personId={personId} />
        </div>
      )
    default:
      return <Facts personId={personId} view={view} />
  }
}

/** The sections that are read from the portrait. */
function Facts({ personId, view }: { personId: string; view: PersonView }) {
  const words = useWords().portrait
  const query = usePortrait(personId)
  return (
    <Answer of={query} rows={8}>
      {(portrait) => {
        switch (view.section) {
          case 'problems':
            return <Problems of={portrait} />
          case 'medication':
            return <Medication of={portrait} />
          case 'allergies':
            return <AllergySection of={portrait} />
          case 'measurements':
            return <Measurements of={portrait} view={view} />
          case 'imaging':
            return (
              <Scroll label={words.imaging}>
                <Withheld of={portrait} />
                <FactList portrait={portrait} filter={{ kind: 'imaging' }} />
              </Scroll>
            )
          case 'visits':
            return (
              <Scroll label={words.visits}>
                <Visits personId={personId} />
                <section aria-label={words.overAll}>
                  <h2 className="cap">{words.overAll}</h2>
                  <Withheld of={portrait} />
                  <FactList portrait={portrait} filter={{ kind: 'visit' }} />
                </section>
              </Scroll>
            )
          default:
            return (
              <Scroll label={words.overview}>
                <Overview of={portrait} />
                <div className="glance">
                  <Identifiers personId={personId} />
                </div>
              </Scroll>
            )
        }
      }}
    </Answer>
  )
}
