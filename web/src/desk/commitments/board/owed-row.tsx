import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ListCommitmentsAnswer } from '../../../client/operations'
import { roles } from '../../../client/permissions'
import { ClockChip } from '../../../parts/clock'
import { dateOf, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { Mend } from '../mend'
import { afterChange, steps } from './board.data'
import { PauseForm } from './pause-form'

type Owed = ListCommitmentsAnswer['items'][number]

/** One running clock: how long it has, of what, whose turn, and what to do about it. */
export function OwedRow({ owed }: { owed: Owed }) {
  const { kind, state, measure, startedAt, dueAt, role, label, pauseReason } = owed
  const words = useWords().commitments
  const pick = useBilingual()
  const [pausing, setPausing] = useState(false)
  const kindWords = enums.commitmentKind[kind as keyof typeof enums.commitmentKind]
  const roleWords = role ? roles[role as keyof typeof roles] : undefined
  const today = dateOf(dueAt) === dateOf(isoNow())
  return (
    <>
      <tr>
        <td className="nowrap">{state === 'paused' ? <span className="note">—</span> : <ClockChip since={startedAt} until={dueAt} />}</td>
        <td>
          <b>{kindWords ? pick(kindWords) : kind}</b> {label && <span className="note">{pick(label)}</span>}
        </td>
        <td className="nowrap">{roleWords ? pick(roleWords) : words.anybody}</td>
        <td className="num nowrap">
          {measure === 'at-least' ? `${pick(enums.commitmentMeasure['at-least'])} ` : ''}
          {today ? timeOf(dueAt) : dateOf(dueAt)}
        </td>
        <td className="nowrap">
          <StatusMark of="commitmentState" value={state} /> {pauseReason && <span className="note">{pauseReason}</span>}
        </td>
        <td className="nowrap">
          <Mend of={owed} /> <PauseOrResume owed={owed} pause={() => setPausing(true)} />
        </td>
      </tr>
      {pausing && state === 'running' && (
        <tr>
          <td colSpan={6}>
            <PauseForm owed={owed} leave={() => setPausing(false)} />
          </td>
        </tr>
      )}
    </>
  )
}

function PauseOrResume({ owed: { id: commitmentId, state, pausable, version }, pause }: { owed: Owed; pause: () => void }) {
  const words = useWords().commitments
  const may = useMay('commitments.commitment.pause')
  const resume = useCommand(steps.resumeCommitment, commitmentId, { makesOld: afterChange })
  if (!may || !pausable) return null
  if (state === 'running')
    return (
      <button type="button" className="text" onClick={pause}>
        {words.pause}
      </button>
    )
  if (state !== 'paused') return null
  return (
    <button type="button" className="text" aria-busy={resume.pending} onClick={() => resume.run({ commitmentId, version })}>
      {words.resume}
    </button>
  )
}
