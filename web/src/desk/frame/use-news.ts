import { useEffect, useRef } from 'react'

/** Runs for what was not in the list before; what is there at the beginning is no news. */
export function useNews<Item>(items: readonly Item[], keyOf: (item: Item) => string, onNew: (item: Item) => void): void {
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const before = known.current
    known.current = new Set(items.map(keyOf))
    if (before) for (const item of items) if (!before.has(keyOf(item))) onNew(item)
  })
}
