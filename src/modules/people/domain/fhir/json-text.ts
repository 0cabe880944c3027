import { createScanner, type ParseError, parse } from 'jsonc-parser'
import { ok } from '../../../../kernel/result.ts'
import { refuse } from '../../refusals.ts'

/** Reads JSON; what is none is refused with line and column, both from 1. */
export function readJson(text: string) {
  try {
    return ok(JSON.parse(text) as unknown)
  } catch {
    const errors: ParseError[] = []
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
    const before = text.slice(0, errors[0]?.offset ?? text.length).split(/\r\n|\r|\n/)
    return refuse('people.bundle-unreadable', { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 })
  }
}

/**
 * The text of every `entry[i].resource` of valid JSON as it was sent, without the white space between its tokens: what a parsed number
 * would lose, such as the last zero of 1.50, stays.
 */
export function resourceTexts(text: string): string[] {
  const scanner = createScanner(text, true)
  const found: string[] = []
  /** The property that is being read at each depth: `entry` at 1 and `resource` at 3 lead to a resource. */
  const names: string[] = []
  const piece = pieceOf(text)
  let [depth, place, word] = [0, -1, '']
  let collects = false
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset()
    const sign = text[offset] as string
    if (depth <= 3) {
      if (sign === '"') word = scanner.getTokenValue()
      if (sign === ':') names[depth] = word
      if (sign === ':' && depth === 1 && word === 'entry') place = -1
      if (sign === '{' && depth === 2 && names[1] === 'entry') [place, names[3]] = [place + 1, '']
      if (sign === '{' && depth === 3 && names[1] === 'entry' && names[3] === 'resource') collects = true
    }
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    if (!collects) continue
    piece.add(offset, scanner.getTokenLength())
    if (depth > 3) continue
    found[place] = piece.take()
    collects = false
  }
  return found
}

/** Collects tokens; those that lie side by side are cut out together. */
function pieceOf(text: string) {
  let parts: string[] = []
  let [from, until] = [0, 0]
  const cut = () => {
    if (until > from) parts.push(text.slice(from, until))
  }
  return {
    add(offset: number, length: number) {
      if (offset !== until) {
        cut()
        from = offset
      }
      until = offset + length
    },
    take(): string {
      cut()
      const taken = parts.join('')
      parts = []
      from = until = 0
      return taken
    },
  }
}
