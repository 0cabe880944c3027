import { type ReactNode, useId } from 'react'

type ControlProps = { readonly id: string; readonly 'aria-describedby'?: string }
type Props = { readonly label: string; readonly help?: string; readonly children: (control: ControlProps) => ReactNode }

/** A form field: its label names it, its help describes it; the control takes the ids it is given. */
export function Field({ label, help, children }: Props) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(help ? { 'aria-describedby': helpId } : {}) })}
      {help && <small id={helpId}>{help}</small>}
    </div>
  )
}
