import { createHash } from 'node:crypto'
import type { PersonFacts } from './person.ts'

/** Days in which a code from the desk may be used. */
export const invitationDays = 7
export const codeLength = 10

/** How a code is kept; spaces, hyphens and capitals do not matter when it is typed. */
export const hashOfCode = (typed: string): Buffer => createHash('sha256').update(typed.toLowerCase().replace(/[\s-]/g, '')).digest()

/** Whether who holds the code also knows whom it is for: her birth date, and her ID number where both have one. */
export const knowsInvited = (given: PersonFacts, invited: PersonFacts): boolean =>
  given.birthDate === invited.birthDate && (given.idNumber === null || invited.idNumber === null || given.idNumber === invited.idNumber)
