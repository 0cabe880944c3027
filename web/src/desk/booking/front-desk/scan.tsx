import { useId, useState } from 'react'
import { Icon } from '../../../parts/icon'
import { RefusalNote } from '../../../parts/refusal-note'
import { useMay } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useWords } from '../../../words/use-words'
import { useReader } from '../../frame/use-keys'
import { afterStep, checkIn } from '../queue.data'

/** The reader of the desk: a code that is read anywhere on the screen checks its visit in. */
export function Scan() {
  const words = useWords().queue
  const fieldId = useId()
  const may = useMay(checkIn.permission)
  const [ticket, setTicket] = useState<string | null>(null)
  const command = useCommand(checkIn, 'scan', { makesOld: afterStep, onDone: (done) => setTicket(done.ticket) })
  useReader((code) => {
    if (!may) return
    setTicket(null)
    command.run({ visit: code })
  })
  if (!may) return null
  return (
    <div className="scan">
      <label className="field" htmlFor={fieldId}>
        <Icon name="queue" />
        <span>{words.scan}</span>
        <input id={fieldId} inputMode="none" readOnly placeholder={words.scanHint} value={ticket ? words.checkedIn(ticket) : ''} />
      </label>
      <output className="sr" aria-live="polite">
        {ticket && words.checkedIn(ticket)}
      </output>
      <RefusalNote refusal={command.refusal} unsent={command.unsent} />
    </div>
  )
}
