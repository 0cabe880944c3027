import { enums } from '../../../client/enums'
import type { ShowRectificationAnswer } from '../../../client/operations'
import { roles } from '../../../client/permissions'
import { dateOf, timeOf } from '../../../parts/moment'
import { useBilingual, useWords } from '../../../words/use-words'
import { EvidenceList } from '../evidence-list'

/** All that happened, the last first: who, when, what was said and shown, until when the next one has time. */
export function History({ of: { steps } }: { of: ShowRectificationAnswer }) {
  const words = useWords().loop
  return (
    <section>
      <h3>{words.history}</h3>
      <ol className="history">
        {steps.toReversed().map((step) => (
          <Step key={step.position} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({
  step: { step, at, by, institution, role, note, evidence, dueAt, state },
}: {
  step: ShowRectificationAnswer['steps'][number]
}) {
  const words = useWords().loop
  const pick = useBilingual()
  const roleWords = role ? roles[role as keyof typeof roles] : undefined
  const where = institution ? words.wentTo(pick(institution), roleWords ? pick(roleWords) : '') : ''
  const escalated = step === 'escalated'
  return (
    <li className={escalated ? 'late' : undefined}>
      <p>
        <b>{pick(enums.rectificationStep[step])}</b>{' '}
        <span className="note num">
          {dateOf(at)} {timeOf(at)}
        </span>
      </p>
      <p className="note">
        {escalated ? `→ ${where}` : [by ? pick(by) : null, where].filter(Boolean).join(' · ')}
        {!escalated && state !== 'closed' && <span className="num"> · {words.until(`${dateOf(dueAt)} ${timeOf(dueAt)}`)}</span>}
      </p>
      {note && <p className="paragraph">{note}</p>}
      <EvidenceList of={evidence} />
    </li>
  )
}
