import { useEffect, useRef } from 'react'

const waitMilliseconds = 2000

type Draft = {
  /** What is on the screen, and what the server has, as text to compare. */
  readonly written: string
  readonly saved: string
  /** A save is on its way, or was refused for what is written: nothing is sent. */
  readonly waits: boolean
  readonly save: () => void
}

/** Saves what is written two seconds after the last key, and at once on Ctrl-S. */
export function useDraft({ written, saved, waits, save }: Draft): void {
  const send = useRef(save)
  send.current = save
  const due = written !== saved && !waits
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key starts the time anew
  useEffect(() => {
    if (!due) return undefined
    const timer = setTimeout(() => send.current(), waitMilliseconds)
    return () => clearTimeout(timer)
  }, [due, written])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      if (due) send.current()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [due])
}
