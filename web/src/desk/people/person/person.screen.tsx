import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { PatientBanner } from '../../frame/patient-banner'
import { Consents } from './consents'
import { Family } from './family'
import { Identifiers } from './identifiers'
import { Invitation } from './invitation'
import { Openings } from './openings'
import { Visits } from './visits'

/** Who is this person over all institutions, what is open, who acts for her, and who of us saw her. */
export function PersonScreen() {
  const words = useWords().people
  const { personId } = useParams({ from: '/shell/people/$personId' })
  const mayBook = useMay('booking.visit.book')
  return (
    <>
      <PatientBanner personId={personId} />
      <div key={personId} className="split-view with-hold">
        <div className="col">
          <div className="head">
            <h1>{words.personTitle}</h1>
            {mayBook && (
              <span className="end">
                <BookForPerson personId={personId} />
              </span>
            )}
          </div>
          <div className="grow">
            <Visits personId={personId} />
            <Openings personId={personId} />
          </div>
        </div>
        <aside className="hold col" aria-label={words.aside}>
          <div className="grow">
            <Identifiers personId={personId} />
            <Family personId={personId} />
            <Consents personId={personId} />
            <Invitation personId={personId} />
          </div>
        </aside>
      </div>
    </>
  )
}

/** The next step for most who come here: it has the focus, so that find is one key away. */
function BookForPerson({ personId }: { personId: string }) {
  const words = useWords().people
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.focus(), [])
  return (
    <Link ref={link} className="btn primary" to="/find" search={{ person: personId }}>
      {words.bookForPerson}
    </Link>
  )
}
