import type { ReactNode } from 'react'
import { useBilingual } from '../words/use-words'

type Props = { readonly className: string; readonly submit: (form: FormData) => void; readonly children: ReactNode }

/** A form whose fields keep themselves; what they hold is read when it is sent. */
export function Form({ className, submit, children }: Props) {
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      {children}
    </form>
  )
}

/** The text of a field; undefined: nothing was written. */
export const textOf = (form: FormData, name: string): string | undefined => String(form.get(name) ?? '').trim() || undefined

/** What has to be mended before anything is sent, as a sentence. */
export function MissingNote({ children }: { children: string | null | false }) {
  return (
    children && (
      <p className="refusal" role="alert">
        {children}
      </p>
    )
  )
}

/** The options of a select or a list: codes with their words. */
export function Options({ of }: { of: Readonly<Record<string, { readonly zh: string; readonly en: string }>> }) {
  const pick = useBilingual()
  return Object.entries(of).map(([value, word]) => (
    <option key={value} value={value}>
      {pick(word)}
    </option>
  ))
}
