import { randomInt } from 'node:crypto'

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Random characters without look-alikes, about five bits each. */
export const readableCharacters = (count: number): string =>
  Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('')
