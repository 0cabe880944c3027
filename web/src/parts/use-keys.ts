import { useEffect, useRef } from 'react'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

/** Single letters that do something on this screen; dead while somebody types or composes. */
export function useKeys(actions: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const current = useRef(actions)
  current.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      current.current[event.key]?.(event)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** j and k move the choice through a list, from its beginning where nothing is chosen; the answer moves it by so many. */
export function useRowKeys(ids: readonly string[], chosen: string | undefined, choose: (id: string) => void): (by: number) => void {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen)
  const move = (by: number) => {
    const next = ids[Math.min(Math.max(at + by, 0), ids.length - 1)]
    if (next) choose(next)
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
  return move
}
