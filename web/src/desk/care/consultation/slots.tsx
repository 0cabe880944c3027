import { Timeline } from '../../frame/portrait/timeline'
import { AssessmentCard } from '../../triage/assessment-card'

/** What triage suggested for this visit, and what the doctor decides. */
export function AssessmentSlot({ visitId, personId }: { visitId: string; personId: string }) {
  return <AssessmentCard visitId={visitId} personId={personId} />
}

/** What is known of the person over all institutions. */
export function TimelineSlot({ personId }: { personId: string }) {
  return (
    <section className="col timeline-slot">
      <Timeline personId={personId} />
    </section>
  )
}
