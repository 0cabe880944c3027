import { present } from '../../kernel/assert.ts'

/** Draws that are the same for the same seed on every machine. */
export type Random = {
  /** A whole number, both bounds included. */
  readonly integer: (from: number, to: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** One item, as often as its weight says. */
  readonly weighted: <Item>(items: readonly (readonly [item: Item, weight: number])[]) => Item
  readonly shuffle: <Item>(items: readonly Item[]) => Item[]
}

/** A generator seeded with a text: mulberry32 over the text's FNV-1a hash. Not for secrets. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <Item>(items: readonly Item[]) => present(items[integer(0, items.length - 1)], 'an item to pick')
  return {
    integer,
    pick,
    weighted(items) {
      let left = next() * items.reduce((total, [, weight]) => total + weight, 0)
      for (const [item, weight] of items) {
        left -= weight
        if (left < 0) return item
      }
      return pick(items)[0]
    },
    shuffle(items) {
      const shuffled = [...items]
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(0, last)
        const moved = present(shuffled[last], 'an item')
        shuffled[last] = present(shuffled[other], 'an item')
        shuffled[other] = moved
      }
      return shuffled
    },
  }
}
