import { type ReactNode, useState } from 'react'
import { Field } from '../../../parts/field'
import { Icon } from '../../../parts/icon'
import { RefusalNote } from '../../../parts/refusal-note'
import type { Refusal } from '../../../wire/send'
import { useWords } from '../../../words/use-words'
import { asHundredths, hundredths, isInside, placeOf } from './draft'

export type Choice = { readonly value: string; readonly label: string }
type ChooseProps = {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** One of a few; a value that is no longer among them stays visible. */
export function Choose({ label, value, choices, onChange }: ChooseProps) {
  const shown = choices.some((choice) => choice.value === value) ? choices : [{ value, label: value }, ...choices]
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {shown.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number | undefined
  /** May be left empty. */
  readonly optional?: boolean
  readonly whole?: boolean
  readonly onChange: (value: number | undefined) => void
}

/** A number with two decimals, kept in hundredths (fen, basis points), or a whole one; what does not read as one stays as typed. */
export function NumberInput({ label, value, optional = false, whole = false, onChange }: NumberProps) {
  const format = (number: number | undefined) => (whole ? String(number ?? '') : asHundredths(number))
  const parse = (text: string) => (whole ? (/^\d{1,5}$/.test(text) ? Number(text) : undefined) : hundredths(text))
  const [typed, setTyped] = useState({ text: format(value), of: value })
  const text = typed.of === value ? typed.text : format(value)
  const type = (next: string) => {
    const number = parse(next)
    const good = number !== undefined || (optional && next.trim() === '')
    setTyped({ text: next, of: good ? number : value })
    if (good) onChange(number)
  }
  const wrong = parse(text) === undefined && !(optional && text.trim() === '')
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          className="num short"
          inputMode="decimal"
          value={text}
          aria-invalid={wrong}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  )
}

type RowProps = {
  readonly place: string
  readonly refusal: Refusal | null
  readonly remove?: (() => void) | undefined
  readonly up?: (() => void) | undefined
  readonly down?: (() => void) | undefined
  readonly children: ReactNode
}

/** One row of the terms with its buttons, and the refusal that points at it. */
export function Row({ place, refusal, remove, up, down, children }: RowProps) {
  const words = useWords().agreements
  const here = refusal && isInside(placeOf(refusal.details), place) ? refusal : null
  return (
    <li className={here ? 'term wrong' : 'term'}>
      <div className="term-fields">{children}</div>
      <div className="term-acts">
        {up && (
          <button type="button" className="text" aria-label={words.up} title={words.up} onClick={up}>
            <Icon name="up" />
          </button>
        )}
        {down && (
          <button type="button" className="text" aria-label={words.down} title={words.down} onClick={down}>
            <Icon name="down" />
          </button>
        )}
        {remove && (
          <button type="button" className="text" aria-label={words.remove} title={words.remove} onClick={remove}>
            <Icon name="close" />
          </button>
        )}
      </div>
      <RefusalNote refusal={here} />
    </li>
  )
}

/** `+ Add a step`. */
export function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="text" onClick={onClick}>
      <Icon name="plus" />
      {label}
    </button>
  )
}
