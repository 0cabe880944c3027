import { Link } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowConsultationAnswer } from '../../../client/operations'
import { Icon } from '../../../parts/icon'
import { LiveAge } from '../../../parts/live-age'
import { RefusalNote } from '../../../parts/refusal-note'
import { StatusMark } from '../../../parts/status-mark'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { CoverChip } from '../../frame/cover-chip'
import { afterChange, steps } from './consultation.data'
import { VisitClock } from './visit-clock'

type Props = { readonly of: ShowConsultationAnswer }

/** Who is in front of me, what she must not get, and how long she has been here; it never scrolls away. */
export function ConsultationBanner({ of: found }: Props) {
  const { care, shell } = useWords()
  const pick = useBilingual()
  const { person, status, startedAt, plannedMinutes } = found
  return (
    <section className="banner" aria-label={care.patient}>
      <p className="who">
        <Link to="/people/$personId" params={{ personId: person.personId }}>
          <b>{person.name}</b>
        </Link>
        <span>
          {pick(enums.sex[person.sex])} {shell.age(person.ageYears)}
        </span>
        <span className="note num">{person.birthDate}</span>
      </p>
      <AllergyTags of={found} />
      <CoverChip personId={person.personId} />
      <span className="end">
        <LiveAge />
        <StatusMark of="visitStatus" value={status} />
        {startedAt ? (
          <VisitClock startedAt={startedAt} plannedMinutes={plannedMinutes} running={status === 'in-progress'} />
        ) : (
          <span className="note">{care.notBegun}</span>
        )}
        <Finish of={found} />
      </span>
    </section>
  )
}

function AllergyTags({ of: { allergyState, allergies } }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  if (allergyState !== 'known') return <span className="tag neutral">{pick(enums.allergyState[allergyState])}</span>
  return (
    <span className="tags">
      {allergies.map(({ name, reaction }) => (
        <span key={name.zh} className="tag danger">
          <Icon name="warning" />
          <span>{words.allergyOf(pick(name), reaction)}</span>
        </span>
      ))}
    </span>
  )
}

function Finish({ of: { visitId, visitVersion: version, status } }: Props) {
  const words = useWords().care
  const may = useMay('booking.queue.run')
  const finish = useCommand(steps.finishVisit, visitId, { makesOld: afterChange })
  if (!may || status !== 'in-progress') return null
  return (
    <>
      <RefusalNote refusal={finish.refusal} unsent={finish.unsent} />
      <button
        type="button"
        className="btn"
        title={words.finishHint}
        aria-busy={finish.pending}
        onClick={() => finish.run({ visitId, version })}
      >
        {words.finish}
      </button>
    </>
  )
}
