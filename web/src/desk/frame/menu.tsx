import type { ReactNode } from 'react'

/** What is pressed rarely, behind three dots; it closes when the focus leaves it, or with Esc. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details
      className="menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) currentTarget.open = false
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Escape') currentTarget.open = false
      }}
    >
      <summary aria-label={label}>…</summary>
      <div>{children}</div>
    </details>
  )
}
