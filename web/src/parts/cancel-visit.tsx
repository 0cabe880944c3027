import { useState } from 'react'
import type { Refusal } from '../wire/send'
import { useWords } from '../words/use-words'
import { RefusalNote } from './refusal-note'

type Props = {
  /** The visit's time, for the verb on the button. */
  readonly time: string
  readonly asked?: boolean
  readonly command: { readonly pending: boolean; readonly unsent: boolean; readonly refusal: Refusal | null }
  readonly cancel: () => void
}

/** Giving a visit up: it cannot be undone, so the consequence is named before. */
export function CancelVisit({ time, asked: askedAtFirst = false, command: { pending, unsent, refusal }, cancel }: Props) {
  const words = useWords().booking
  const [asked, setAsked] = useState(askedAtFirst)
  if (!asked) {
    return (
      <button type="button" className="btn" onClick={() => setAsked(true)}>
        {words.cancel}
      </button>
    )
  }
  return (
    <>
      <p className="note">{words.cancelQuestion}</p>
      <RefusalNote refusal={refusal} unsent={unsent} />
      <p className="pair">
        <button type="button" className="btn primary" aria-busy={pending} onClick={cancel}>
          {words.cancelYes(time)}
        </button>
        <button type="button" className="btn" onClick={() => setAsked(false)}>
          {words.keep}
        </button>
      </p>
    </>
  )
}
