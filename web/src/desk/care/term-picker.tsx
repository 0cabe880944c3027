import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import type { SearchTermsAnswer } from '../../client/operations'
import { useBilingual, useWords } from '../../words/use-words'
import { terms } from './terms.data'

export type Term = SearchTermsAnswer['items'][number]
type Props = { readonly system: string; readonly label: string; readonly choose: (term: Term) => void }

/** Finds a code by itself, characters, pinyin or initials; arrows move, Enter chooses. */
export function TermPicker({ system, label, choose }: Props) {
  const words = useWords().care
  const pick = useBilingual()
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const wanted = text.trim()
  const found = useQuery({ ...terms(system, wanted), enabled: wanted !== '', placeholderData: keepPreviousData })
  const items = wanted === '' ? [] : (found.data?.items ?? [])
  const take = (term: Term | undefined) => {
    if (!term) return
    choose(term)
    setText('')
    setAt(0)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const steps = new Map([
      ['ArrowDown', () => setAt(Math.min(at + 1, items.length - 1))],
      ['ArrowUp', () => setAt(Math.max(at - 1, 0))],
      ['Enter', () => take(items[at])],
      ['Escape', () => setText('')],
    ])
    const step = steps.get(event.key)
    if (!step) return
    event.preventDefault()
    step()
  }
  return (
    <div className="picker">
      <input
        type="text"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={items[at] ? `${listId}-${items[at].code}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      {wanted !== '' && (
        <div id={listId} role="listbox" aria-label={label} className="choices">
          {items.map((term, place) => (
            <button
              key={term.code}
              id={`${listId}-${term.code}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onClick={() => take(term)}
            >
              <b className="num">{term.code}</b> {pick(term.name)} <small>{term.drug?.strength}</small>
            </button>
          ))}
          {found.data && items.length === 0 && <p className="note">{words.noChoices}</p>}
        </div>
      )}
    </div>
  )
}
