import { useState } from 'react'
import { useEndLink } from '../wire/end-link'
import { useWords } from '../words/use-words'
import { RefusalNote } from './refusal-note'

type Props = {
  readonly proxyId: string
  /** At the desk: the person on whose page it is. */
  readonly personId?: string
  /** Who is removed, for the verb on the button. */
  readonly name: string
}

/** Ending a family link: its consequence is named before. */
export function EndLink({ proxyId, personId, name }: Props) {
  const words = useWords().people
  const [asked, setAsked] = useState(false)
  const end = useEndLink(proxyId)
  if (!asked) {
    return (
      <button type="button" className="text" aria-label={words.endLinkYes(name)} onClick={() => setAsked(true)}>
        {words.endLink}
      </button>
    )
  }
  return (
    <div className="asked">
      <p className="note">{words.endLinkQuestion}</p>
      <RefusalNote refusal={end.refusal} unsent={end.unsent} />
      <p className="pair">
        <button type="button" className="btn primary" aria-busy={end.pending} onClick={() => end.run({ proxyId, personId })}>
          {words.endLinkYes(name)}
        </button>
        <button type="button" className="btn" onClick={() => setAsked(false)}>
          {words.keepLink}
        </button>
      </p>
    </div>
  )
}
