import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { ShowInspectionAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { ChecklistForm } from './checklist-form'
import { inspection } from './inspection.data'
import { Report } from './report'

/** One inspection: the checklist to carry out, or what came of it. */
export function InspectionScreen() {
  const { inspectionId } = useParams({ from: '/shell/inspections/$inspectionId' })
  const query = useQuery(inspection(inspectionId))
  const [loaded, setLoaded] = useState(0)
  const reload = () => void query.refetch().then(() => setLoaded(loaded + 1))
  return (
    <div className="col loop">
      <Answer of={query}>
        {(shown) => (
          <>
            <Head of={shown} />
            <Body key={`${inspectionId} ${loaded}`} of={shown} reload={reload} />
          </>
        )}
      </Answer>
    </div>
  )
}

function Head({ of: { institution, site, norm, normNumber, day, state } }: { of: ShowInspectionAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  return (
    <div className="head">
      <Link className="text" to="/inspections" search={state === 'completed' ? { shows: 'done' } : {}} aria-label={words.backToInspections}>
        <Icon name="left" />
      </Link>
      <h1>{words.inspectionOf(pick(institution.name))}</h1>
      <span className="note num">{[pick(site), words.foundBy(pick(norm), normNumber), day].join(' · ')}</span>
      <StatusMark of="inspectionState" value={state} />
      {state === 'completed' && (
        <span className="end">
          <button type="button" className="btn" onClick={() => print()}>
            {words.print}
          </button>
        </span>
      )}
    </div>
  )
}

function Body({ of: shown, reload }: { of: ShowInspectionAnswer; reload: () => void }) {
  const words = useWords().loop
  const { state, mine, day, endReason } = shown
  if (state === 'completed') return <Report of={shown} />
  if (state === 'withdrawn') return <Empty title={words.withdrawn(endReason ?? '')} />
  if (!mine) return <Empty title={words.someoneElse} />
  if (dateOf(isoNow()) < day) return <Empty title={words.notYet(day)} />
  return <ChecklistForm shown={shown} reload={reload} />
}
