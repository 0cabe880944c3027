import type { ReactNode } from 'react'

/** The part of a page that scrolls: reached by the keyboard also where nothing in it can be pressed. */
export function Scroll({ label, className = 'grow', children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus, or the keyboard cannot scroll it
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
