import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { enums } from '../../client/enums'
import { type OpenPersonAnswer, openPerson } from '../../client/operations'
import { Icon } from '../../parts/icon'
import { dateOf, timeOf } from '../../parts/moment'
import { RefusalNote } from '../../parts/refusal-note'
import { useLive } from '../../wire/live'
import { ask, Refused } from '../../wire/query'
import { useMay } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { CoverChip } from './cover-chip'

/** Who is on the screen, and what nobody who writes for her may overlook; it stays wherever something is written for a person. */
export function PatientBanner({ personId, children }: { personId: string; children?: ReactNode }) {
  const words = useWords().shell
  const pick = useBilingual()
  // Every read is a look at the person: again when told of a change, never by time.
  const { data, error } = useLive({ ...ask(openPerson, { personId }), staleTime: 300_000 }, { net: false })
  return (
    <section className="banner" aria-label={words.patientBanner}>
      {error instanceof Refused && <RefusalNote refusal={error.refusal} />}
      {data && (
        <>
          <div>
            <p className="who">
              <Link to="/people/$personId" params={{ personId }} search={{}}>
                <b>{data.name}</b>
              </Link>
              <span className="note">{data.namePinyin}</span>
              <span>
                {pick(enums.sex[data.sex])} {words.age(data.ageYears)}
              </span>
            </p>
            <p className="note num">{[data.birthDate, data.idNumberMasked, data.phoneMasked].filter(Boolean).join(' · ')}</p>
          </div>
          <Allergies of={data} />
          <CoverChip personId={personId} />
          <Owed of={data} />
          <span className="note">{words.whyVisible(pick(enums.grantReason[data.whyVisible]))}</span>
        </>
      )}
      <span className="end">{children}</span>
    </section>
  )
}

function Allergies({ of: { allergies, noneKnown } }: { of: OpenPersonAnswer }) {
  const words = useWords().portrait
  const pick = useBilingual()
  if (allergies.length === 0) return <span className="tag neutral">{noneKnown ? words.noneKnown : words.notRecorded}</span>
  return (
    <ul className="allergies" aria-label={words.allergies}>
      {allergies.map(({ name, note }) => (
        <li key={`${name.zh} ${note}`} className="tag danger">
          <Icon name="warning" />
          {words.allergyTo([pick(name), note].filter(Boolean).join(' · '))}
        </li>
      ))}
    </ul>
  )
}

function Owed({ of: { commitments } }: { of: OpenPersonAnswer }) {
  const words = useWords().portrait
  const mayRead = useMay('commitments.board.read')
  if (!commitments || !mayRead) return null
  const { open, nextDueAt } = commitments
  return (
    <dl>
      <div>
        <dt>{words.commitments}</dt>
        <dd className="num">
          {nextDueAt ? (
            <Link to="/commitments">{words.commitmentsOpen(open, `${dateOf(nextDueAt)} ${timeOf(nextDueAt)}`)}</Link>
          ) : (
            words.commitmentsNone
          )}
        </dd>
      </div>
    </dl>
  )
}
