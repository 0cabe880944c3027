import { useRef, useState } from 'react'
import { type Calm, keepOrder } from './calm'

/** A live list that keeps its order while the pointer or the focus is on it; `show` takes the new order at once. */
export function useCalm<Row extends { readonly id: string }>(latest: readonly Row[]) {
  const [pointed, setPointed] = useState(false)
  const [focused, setFocused] = useState(false)
  const shown = useRef(latest)
  const [, draw] = useState(0)
  if (!pointed && !focused) shown.current = latest
  const calm: Calm<Row> = keepOrder(shown.current, latest)
  const show = () => {
    shown.current = latest
    draw((count) => count + 1)
  }
  const area = {
    onPointerEnter: () => setPointed(true),
    onPointerLeave: () => setPointed(false),
    onFocus: () => setFocused(true),
    onBlur: (event: { readonly currentTarget: Element; readonly relatedTarget: EventTarget | null }) =>
      setFocused(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)),
  }
  return { ...calm, show, area }
}
