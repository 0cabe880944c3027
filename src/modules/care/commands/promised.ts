import { present } from '../../../kernel/assert.ts'

/** What is owed: an order, reading its result, telling a critical value, acting on it. */
export const orderClock = 'care.order'
export const resultToRead = 'care.result-to-read'
export const criticalClock = 'care.critical-value'
export const criticalToHandle = 'care.critical-value-to-handle'

/** Days after an order is due or done during which its department may still see the person. */
export const visibleDaysAfter = 90

/** Minutes of one limit among those in force; each has a row from the first migration on. */
export const minutesOf = (limits: ReadonlyMap<string, number>, name: string): number => present(limits.get(name), `the time limit ${name}`)
