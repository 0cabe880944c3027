import { type ReactNode, useId } from 'react'
import { type Enum, enums } from '../../client/enums'
import { RefusalNote } from '../../parts/refusal-note'
import { useMay } from '../../wire/session'
import { useCommand } from '../../wire/use-command'
import { useBilingual } from '../../words/use-words'
import { afterStep, checkIn, type PlainStep, type QueuedVisit, steps } from './queue.data'

type Props = {
  readonly visit: QueuedVisit
  /** As the one filled button of a pane. */
  readonly filled?: boolean
}

/** The one thing to do next with a visit; the server says which, and why not now. */
export function NextStep({ visit, filled = false }: Props) {
  const { next } = visit
  if (!next) return null
  if (next.step === 'check-in') return <CheckIn visit={visit} filled={filled} />
  return next.step === 'reassign' ? null : (
    <StepButton key={next.step} step={next.step} visit={visit} obstacle={next.obstacle} next filled={filled} />
  )
}

type StepProps = Props & {
  readonly step: PlainStep
  readonly obstacle?: { readonly zh: string; readonly en: string } | null
  readonly next?: boolean
}

export function StepButton({ step, visit: { visitId, version, ticket }, obstacle = null, next = false, filled = false }: StepProps) {
  const may = useMay(steps[step].permission)
  const command = useCommand(steps[step], visitId, { makesOld: afterStep })
  if (!may) return null
  return (
    <Press
      step={step}
      subject={ticket ?? ''}
      command={command}
      obstacle={obstacle}
      shape={filled ? 'btn primary' : next ? 'text strong' : 'text'}
      run={() => command.run({ visitId, version })}
    />
  )
}

function CheckIn({ visit: { visitId, version, personName }, filled = false }: Props) {
  const may = useMay(checkIn.permission)
  const command = useCommand(checkIn, visitId, { makesOld: afterStep })
  if (!may) return null
  return (
    <Press
      step="check-in"
      subject={personName}
      command={command}
      shape={filled ? 'btn primary' : 'text strong'}
      run={() => command.run({ visit: visitId, version })}
    />
  )
}

type PressProps = {
  readonly step: Enum<'queueStep'>
  readonly subject: string
  readonly command: Pick<ReturnType<typeof useCommand>, 'pending' | 'refusal' | 'unsent'>
  readonly obstacle?: { readonly zh: string; readonly en: string } | null
  readonly shape: 'text' | 'text strong' | 'btn primary'
  readonly run: () => void
}

/** A verb as a button: it stays in reach when it cannot be pressed, and says why. */
function Press({ step, subject, command, obstacle = null, shape, run }: PressProps) {
  const pick = useBilingual()
  const noteId = useId()
  const word = pick(enums.queueStep[step])
  const off = obstacle !== null || command.pending
  return (
    <span className="step">
      <button
        type="button"
        className={shape}
        aria-label={`${word} ${subject}`}
        aria-disabled={off}
        aria-busy={command.pending}
        aria-describedby={noteId}
        title={obstacle ? pick(obstacle) : undefined}
        onClick={() => off || run()}
      >
        {word}
      </button>
      <Note id={noteId}>{obstacle && pick(obstacle)}</Note>
      <RefusalNote refusal={command.refusal} unsent={command.unsent} />
    </span>
  )
}

const Note = ({ id, children }: { id: string; children: ReactNode }) => (
  <span id={id} className="sr">
    {children}
  </span>
)
