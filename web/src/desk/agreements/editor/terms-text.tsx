import { useId, useState } from 'react'
import { useWords } from '../../../words/use-words'
import type { Terms } from './draft'

/** The terms as text, for those who write faster than they choose; what does not parse stays as typed. */
export function TermsText({ terms, change }: { terms: Terms; change: (terms: Terms) => void }) {
  const words = useWords().agreements
  const [text, setText] = useState(() => JSON.stringify(terms, null, 2))
  const [wrong, setWrong] = useState(false)
  const hint = useId()
  const type = (next: string) => {
    setText(next)
    const parsed = parse(next)
    setWrong(parsed === null)
    if (parsed) change(parsed)
  }
  return (
    <section className="terms">
      <textarea
        aria-label={words.textLabel}
        aria-describedby={hint}
        aria-invalid={wrong}
        spellCheck={false}
        rows={28}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <p className="note" id={hint} role="status">
        {wrong ? words.textWrong : ''}
      </p>
    </section>
  )
}

/** The server judges the rest; here it only has to be an object. */
function parse(text: string): Terms | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Terms) : null
  } catch {
    return null
  }
}
