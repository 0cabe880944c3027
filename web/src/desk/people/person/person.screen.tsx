import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LiveAge } from '../../../parts/live-age'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'
import { PatientBanner } from '../../frame/patient-banner'
import { Content } from './content'
import { Sections } from './sections'

/** Who is this person over all institutions, what is open, who acts for her, and who of us saw her. */
export function PersonScreen() {
  const words = useWords()
  const { personId } = useParams({ from: '/shell/people/$personId' })
  const view = useSearch({ from: '/shell/people/$personId' })
  const navigate = useNavigate({ from: '/people/$personId' })
  const mayBook = useMay('booking.visit.book')
  const section = view.section ?? 'overview'
  return (
    <>
      <PatientBanner personId={personId} />
      <div key={personId} className="split-view record">
        <Sections personId={personId} shown={section} />
        <div className="col">
          <div className="head">
            <h1>{section === 'overview' ? words.people.personTitle : words.portrait[section]}</h1>
            <span className="end">
              <LiveAge />
              {mayBook && <BookForPerson personId={personId} />}
            </span>
          </div>
          <Content
            personId={personId}
            view={view}
            filter={(filter) => void navigate({ search: (before) => ({ ...before, kind: undefined, institution: undefined, ...filter }) })}
          />
        </div>
      </div>
    </>
  )
}

/** The next step for most who come here: it has the focus, so that find is one key away. */
function BookForPerson({ personId }: { personId: string }) {
  const words = useWords().people
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    link.current?.focus()
  }, [])
  return (
    <Link ref={link} className="btn primary" to="/find" search={{ person: personId }}>
      {words.bookForPerson}
    </Link>
  )
}
