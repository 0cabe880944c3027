import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { enums } from '../../client/enums'
import { findPeople, listPractitioners } from '../../client/operations'
import { Icon } from '../../parts/icon'
import { ask } from '../../wire/query'
import { useMay } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { usePlaces } from './navigation'

/** Of each group; the rest is found by typing on. */
const shown = 8

type Hit = { readonly key: string; readonly group: string; readonly label: string; readonly hint: string; open(): void }
type Found = { readonly hits: readonly Hit[]; readonly more: boolean }

/** One search box for everything: `/` or Ctrl-K, arrows, Enter, Esc. */
export function Palette() {
  const words = useWords().shell
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const found = useHits(text, () => {
    setText('')
    setOpen(false)
    field.current?.blur()
  })
  const hits = found?.hits ?? []
  useSearchKey(() => field.current?.focus())
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((at) => Math.max(0, Math.min(at + 1, hits.length - 1)))
    else if (event.key === 'ArrowUp') setActive((at) => Math.max(at - 1, 0))
    else if (event.key === 'Enter') hits[active]?.open()
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
  }
  return (
    <div className="palette">
      <div className="search">
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={words.searchLabel}
          aria-expanded={open && hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={open && hits[active] ? `${listId}-${active}` : undefined}
          placeholder={words.searchHint}
          value={text}
          autoComplete="off"
          maxLength={50}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={move}
        />
        <kbd>/</kbd>
      </div>
      {open && found && <Hits id={listId} {...found} active={active} text={text} />}
    </div>
  )
}

function Hits({ id, hits, more, active, text }: Found & { id: string; active: number; text: string }) {
  const words = useWords().shell
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' }) // newer browsers answer a promise, which is no cleanup
  }, [id, active])
  if (hits.length === 0)
    return (
      <p className="hits note" role="status">
        {words.searchEmpty(text)}
      </p>
    )
  return (
    <div className="hits">
      <div role="listbox" id={id} aria-label={words.searchLabel}>
        {hits.map(({ key, group, label, hint, open }, place) => (
          <div key={key}>
            {hits[place - 1]?.group !== group && (
              <p className="note" aria-hidden="true">
                {group}
              </p>
            )}
            <div
              role="option"
              tabIndex={-1}
              id={`${id}-${place}`}
              aria-selected={place === active}
              onPointerDown={(event) => {
                event.preventDefault()
                open()
              }}
            >
              <b>{label}</b> <span className="note">{hint}</span>
            </div>
          </div>
        ))}
      </div>
      {more && <p className="note">{words.searchMore}</p>}
    </div>
  )
}

function useHits(text: string, done: () => void): Found | null {
  const words = useWords().shell
  const pick = useBilingual()
  const navigate = useNavigate()
  const typed = text.trim()
  const sought = useDeferredValue(typed)
  const mayFind = useMay('people.person.find')
  const mayRead = useMay('network.directory.read')
  const places = usePlaces()
  const { data: found, isLoading: finding } = useQuery({ ...ask(findPeople, { text: sought }), enabled: mayFind && sought !== '' })
  const { data: read, isLoading: reading } = useQuery({ ...ask(listPractitioners, { text: sought }), enabled: mayRead && sought !== '' })
  // Nothing is offered before all have answered, nor what was found for an earlier text: Enter would open the wrong one.
  if (sought === '' || sought !== typed || finding || reading) return null
  const foundPeople = found?.items ?? []
  const foundExperts = read?.items ?? []
  const people = foundPeople.slice(0, shown).map(
    ({ personId, name, sex, ageYears, phoneLastFour }): Hit => ({
      key: personId,
      group: words.searchPeople,
      label: name,
      hint: [pick(enums.sex[sex]), words.age(ageYears), phoneLastFour && `…${phoneLastFour}`].filter(Boolean).join(' · '),
      open: () => {
        done()
        void navigate({ to: '/people/$personId', params: { personId } })
      },
    }),
  )
  const experts = foundExperts.slice(0, shown).map(
    ({ id, name, title, main }): Hit => ({
      key: id,
      group: words.searchExperts,
      label: pick(name),
      hint: [pick(enums.title[title]), pick(main.name)].join(' · '),
      open: () => {
        done()
        void navigate({ to: '/network/practitioners/$practitionerId', params: { practitionerId: id } })
      },
    }),
  )
  const pages = places
    .flatMap((area) => area.places)
    .filter(({ label }) => label.toLowerCase().includes(sought.toLowerCase()))
    .map(
      ({ to, label }): Hit => ({
        key: to,
        group: words.searchPages,
        label,
        hint: '',
        open: () => {
          done()
          void navigate({ to })
        },
      }),
    )
  return { hits: [...people, ...experts, ...pages], more: Math.max(foundPeople.length, foundExperts.length) > shown }
}

/** `/` outside of fields, or Ctrl-K anywhere. */
function useSearchKey(focus: () => void) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null
      const asked = (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
      if (!asked || event.isComposing) return
      event.preventDefault()
      focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
