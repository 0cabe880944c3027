import type { ListOpeningsAnswer } from '../../../client/operations'
import { minutesBetween } from '../../../parts/moment'

type Opening = ListOpeningsAnswer['items'][number]
/** What somebody did with a person in one sitting. */
export type Look = { readonly first: Opening; readonly operations: readonly string[] }

const sittingMinutes = 5

const sameSitting = (one: Opening, other: Opening): boolean =>
  one.institution?.zh === other.institution?.zh &&
  one.account?.zh === other.account?.zh &&
  one.reason === other.reason &&
  one.statedReason === other.statedReason &&
  Math.abs(minutesBetween(one.openedAt, other.openedAt)) <= sittingMinutes

/** Openings, newest first, told as looks: what one institution did for one reason within five minutes is one line, and nothing is left out. */
export function looksOf(openings: readonly Opening[]): Look[] {
  const looks: Look[] = []
  for (const opening of openings) {
    const last = looks.at(-1)
    if (!last || !sameSitting(last.first, opening)) looks.push({ first: opening, operations: [opening.operation] })
    else if (!last.operations.includes(opening.operation))
      looks[looks.length - 1] = { first: last.first, operations: [...last.operations, opening.operation] }
  }
  return looks
}
