import type { Id } from '../../../kernel/id.ts'
import { type Name, ok } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Actor } from '../../../platform/operation/index.ts'
import { refuse } from '../refusals.ts'

export const criticalStateWords = {
  'to-report': { zh: '待报告', en: 'to report' },
  reported: { zh: '待回读', en: 'to read back' },
  'read-back': { zh: '待处置', en: 'to handle' },
  handled: { zh: '已处置', en: 'handled' },
} as const
export type CriticalState = keyof typeof criticalStateWords
export const criticalStates = Object.keys(criticalStateWords) as [CriticalState, ...CriticalState[]]
export const callWays = ['telephone', 'in-person', 'message'] as const
export type CallWay = (typeof callWays)[number]

/** A value that endangers a person: told to who ordered it, read back, acted upon. */
export type CriticalValue = {
  readonly id: Id<'critical-value'>
  readonly orderId: Id<'order'>
  readonly personId: Id<'person'>
  readonly ordererId: Id<'institution'>
  readonly performerId: Id<'institution'>
  readonly name: Name
  readonly value: number
  readonly unit: string
  readonly state: CriticalState
  readonly told: string | null
  readonly toldBy: CallWay | null
  readonly reportedAt: Instant | null
  readonly reportedBy: Id<'account'> | null
  readonly wrongReadBacks: number
  readonly readBackAt: Instant | null
  readonly readBackBy: Id<'account'> | null
  readonly handling: string | null
  readonly handledAt: Instant | null
  readonly handledBy: Id<'account'> | null
  readonly version: number
}

const changed = (critical: CriticalValue, change: Partial<CriticalValue>): CriticalValue => ({
  ...critical,
  ...change,
  version: critical.version + 1,
})
const refuseState = ({ state }: CriticalValue) => refuse('care.critical-value-moved-on', { state: criticalStateWords[state] })

/** The laboratory has told somebody; it may tell another while nobody has read it back. */
export function report(critical: CriticalValue, told: string, toldBy: CallWay, { accountId }: Actor, now: Instant) {
  if (critical.state !== 'to-report' && critical.state !== 'reported') return refuseState(critical)
  return ok(changed(critical, { state: 'reported', told, toldBy, reportedAt: now, reportedBy: accountId }))
}

/** Who received it says the value: the right one closes the call, a wrong one is counted and the call stays open. Also before the call, where he has seen it himself. */
export function readBack(critical: CriticalValue, value: number, { accountId }: Actor, now: Instant) {
  if (critical.state !== 'to-report' && critical.state !== 'reported') return refuseState(critical)
  if (value !== critical.value) return ok(changed(critical, { wrongReadBacks: critical.wrongReadBacks + 1 }))
  return ok(changed(critical, { state: 'read-back', readBackAt: now, readBackBy: accountId }))
}

/** What was done about it. */
export function handle(critical: CriticalValue, handling: string, { accountId }: Actor, now: Instant) {
  if (critical.state !== 'read-back') return refuseState(critical)
  return ok(changed(critical, { state: 'handled', handling, handledAt: now, handledBy: accountId }))
}
