import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { DayStrip } from '../../../parts/day-strip'
import { dateOf } from '../../../parts/moment'
import { isoNow } from '../../../parts/use-now'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { PatientBanner } from '../../frame/patient-banner'
import { TriageStep } from '../../triage/triage-step'
import { Filters } from './filters'
import { days, offerings } from './find.data'
import type { FindView } from './find.view'
import { HoldPane } from './hold-pane'
import { PromiseList } from './promise-list'

/** When can this be done, by whom, where, at what price: find, hold, confirm. */
export function FindScreen() {
  const words = useWords()
  const view = useSearch({ from: '/shell/find' })
  const navigate = useNavigate({ from: '/find' })
  const change = (part: Partial<FindView>) => void navigate({ search: (before) => ({ ...before, ...part }) })
  return (
    <>
      {view.person && (
        <PatientBanner personId={view.person}>
          <button
            type="button"
            className="text"
            onClick={() => change({ person: undefined, assessment: undefined, specialty: undefined, hold: undefined })}
          >
            {words.shell.changePerson}
          </button>
        </PatientBanner>
      )}
      <div className={view.hold ? 'split-view with-hold' : 'split-view'}>
        <div className="col">
          <div className="head">
            <h1>{words.booking.findTitle}</h1>
          </div>
          {view.person && (
            <TriageStep
              key={view.person}
              personId={view.person}
              chosen={view}
              choose={({ assessment, specialty }) => change({ assessment, specialty, offering: undefined })}
            />
          )}
          <Filters view={view} change={change} />
          <Results view={view} change={change} />
        </div>
        {view.hold && <HoldPane visitId={view.hold} leave={() => change({ hold: undefined })} />}
      </div>
    </>
  )
}

type Props = { readonly view: FindView; readonly change: (part: Partial<FindView>) => void }

function Results({ view, change }: Props) {
  const words = useWords().booking
  const pick = useBilingual()
  const list = useQuery(offerings())
  const offering = list.data?.items.find(({ id }) => id === view.offering)
  if (!offering) return <Answer of={list}>{() => <Empty title={words.chooseOffering} />}</Answer>
  return (
    <>
      {offering.preparation && (
        <p className="preparation note">
          {words.preparation}: {pick(offering.preparation)}
        </p>
      )}
      <DaysAndPromises view={view} change={change} offeringId={offering.id} />
    </>
  )
}

function DaysAndPromises({ view, change, offeringId }: Props & { offeringId: string }) {
  const words = useWords().booking
  const mayBook = useMay('booking.visit.book')
  const found = useQuery(days(offeringId, view))
  const today = dateOf(isoNow())
  return (
    <Answer of={found}>
      {({ items, firstFree }) => {
        const date = items.some((day) => day.date === view.date) ? view.date : (firstFree ?? undefined)
        return (
          <>
            <DayStrip days={items} today={today} chosen={date} choose={(chosen) => change({ date: chosen })} />
            <section className="grow pane" aria-label={words.promises}>
              {mayBook && !view.person && <ChoosePerson />}
              {date ? (
                <PromiseList key={date} view={view} offeringId={offeringId} date={date} firstFree={firstFree} change={change} />
              ) : (
                <Empty title={words.noneInWeeks} />
              )}
            </section>
          </>
        )
      }}
    </Answer>
  )
}

function ChoosePerson() {
  const { booking, shell } = useWords()
  return (
    <p className="notice">
      <b>{booking.choosePerson}</b> <span className="note">{booking.choosePersonHint}</span>{' '}
      <Link to="/people/register">{shell.registerPerson}</Link>
    </p>
  )
}
