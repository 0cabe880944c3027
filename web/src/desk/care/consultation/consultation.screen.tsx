import { useParams } from '@tanstack/react-router'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { useLive } from '../../../wire/live'
import { useWords } from '../../../words/use-words'
import { Allergies } from './allergies'
import { ConsultationBanner } from './banner'
import { Basket } from './basket'
import { consultation } from './consultation.data'
import { NotePane } from './note-pane'
import { OtherNotes } from './other-notes'
import { AssessmentSlot, TimelineSlot } from './slots'

/** What do I know, and what may I order: one visit, its note and its orders. */
export function ConsultationScreen() {
  const { visitId } = useParams({ from: '/shell/consultation/$visitId' })
  const query = useLive(consultation(visitId))
  return <Answer of={query}>{(found) => <Consultation key={visitId} of={found} />}</Answer>
}

function Consultation({ of: found }: { of: ShowConsultationAnswer }) {
  const words = useWords().care
  return (
    <>
      <ConsultationBanner of={found} />
      <div className="split-view consult">
        <section className="pane" aria-label={words.note}>
          <NotePane visitId={found.visitId} note={found.note} isNext={found.orders.every(({ state }) => state !== 'draft')} />
          <OtherNotes notes={found.otherNotes} />
        </section>
        <section className="pane tight context" aria-label={words.timelineSlot}>
          <AssessmentSlot visitId={found.visitId} personId={found.person.personId} />
          <Allergies of={found} />
          <TimelineSlot personId={found.person.personId} />
        </section>
        <Basket visitId={found.visitId} orders={found.orders} />
      </div>
    </>
  )
}
