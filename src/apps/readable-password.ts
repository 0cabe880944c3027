import { readableCharacters } from '../platform/session/readable.ts'

/** Sixteen characters (79 bits) without look-alikes, in groups. */
export const readablePassword = (): string => Array.from({ length: 4 }, () => readableCharacters(4)).join('-')
