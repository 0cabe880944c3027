import { useEffect, useRef } from 'react'
import { createBurst } from './burst'

/** Shorter than any code, longer than any word that is typed in one breath. */
const shortestCode = 20

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** What a reader reads, with the focus anywhere on the screen. */
export function useReader(onRead: (code: string) => void): void {
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    const burst = createBurst(shortestCode)
    const listen = (event: KeyboardEvent) => {
      const code = burst({ code: event.code, at: event.timeStamp })
      if (code === null) return
      event.preventDefault()
      event.stopPropagation()
      read.current(code)
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}

/** One key of a screen, outside of fields and without modifiers. */
export function useKey(key: string, run: () => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key.toLowerCase() !== key) return
      event.preventDefault()
      latest.current()
    }
    // A reader types letters too: a key that another follows at once was no wish of a person.
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (event: KeyboardEvent) => {
      clearTimeout(timer)
      if (event.key.toLowerCase() === key) timer = setTimeout(() => listen(event), 80)
    }
    document.addEventListener('keydown', wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', wait)
    }
  }, [key])
}
