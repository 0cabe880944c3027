export type Key = { readonly code: string; readonly at: number }

/** A reader types faster than any person. */
const slowestMilliseconds = 60

const characterOf = (code: string): string => /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? ''

/**
 * Collects the keys of a reader: a burst of letters and digits that Enter closes. It reads which keys were pressed, not what an input
 * method made of them. Answers the text once it is closed, else null.
 */
export function createBurst(shortest: number): (key: Key) => string | null {
  let text = ''
  let last = 0
  return ({ code, at }) => {
    if (at - last > slowestMilliseconds) text = ''
    last = at
    if (code !== 'Enter' && code !== 'NumpadEnter') {
      text += characterOf(code)
      return null
    }
    const read = text
    text = ''
    return read.length >= shortest ? read : null
  }
}
