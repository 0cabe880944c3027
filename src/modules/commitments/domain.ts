import type { Id } from '../../kernel/id.ts'
import { type Instant, millisecondsBetween, plus } from '../../kernel/time.ts'
import { refuse } from './refusals.ts'

export const commitmentStates = ['running', 'paused', 'overdue', 'met', 'missed', 'withdrawn'] as const
export type CommitmentState = (typeof commitmentStates)[number]
/** What is owed must be done within a time, or must last at least so long, such as a consultation. */
export const measures = ['within', 'at-least'] as const
export type Measure = (typeof measures)[number]

/** Who takes over what has broken: an institution, one of its roles (null: anybody), so many minutes after the break before. */
export type EscalationStep = { readonly institution: Id<'institution'>; readonly role: string | null; readonly afterMinutes: number }

/** Something owed by an institution by a time; `version` counts its changes. */
export type Commitment = {
  readonly id: Id<'commitment'>
  readonly ownerInstitutionId: Id<'institution'>
  /** The tiers above that have not had it yet, the next one first. */
  readonly steps: readonly EscalationStep[]
  /** When the next tier takes over; null: it has not broken yet, or nobody is above. */
  readonly escalatesAt: Instant | null
  readonly state: CommitmentState
  readonly measure: Measure
  /** Who of the owner acts; null: anybody. */
  readonly role: string | null
  /** Whether its clock may be stopped with a reason: a wait may, a hold may not. */
  readonly pausable: boolean
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly pausedAt: Instant | null
  readonly pauseReason: string | null
  readonly endedAt: Instant | null
  readonly version: number
}

const changed = (commitment: Commitment, change: Partial<Commitment>): Commitment => ({
  ...commitment,
  ...change,
  version: commitment.version + 1,
})

/** A pause stops the clock; an overdue commitment cannot be paused away. */
export function pause(commitment: Commitment, reason: string, now: Instant) {
  if (!commitment.pausable) return refuse('commitments.not-pausable')
  if (commitment.state !== 'running') return refuse('commitments.not-running')
  return { ok: true, value: changed(commitment, { state: 'paused', pausedAt: now, pauseReason: reason }) } as const
}

/** The due time moves by as long as the pause has lasted. */
export function resume(commitment: Commitment, now: Instant) {
  if (commitment.state !== 'paused' || !commitment.pausedAt) return refuse('commitments.not-paused')
  const dueAt = plus(commitment.dueAt, { milliseconds: millisecondsBetween(commitment.pausedAt, now) })
  return { ok: true, value: changed(commitment, { state: 'running', dueAt, pausedAt: null, pauseReason: null }) } as const
}

/** When time alone changes it next: it breaks, or goes one tier up; null: never. */
export function turnsAt({ measure, state, dueAt, escalatesAt }: Commitment): Instant | null {
  if (measure === 'at-least') return null
  return state === 'running' ? dueAt : state === 'overdue' ? escalatesAt : null
}

/**
 * A commitment that breaks goes to the next tier, stays open and overdue, and goes up again after that tier's time, until the last; a tier
 * has its whole time even when it got it late. Null: its time has not come.
 */
export function breakIfDue(commitment: Commitment, now: Instant): Commitment | null {
  const turn = turnsAt(commitment)
  if (turn === null || now < turn) return null
  const [next, following] = commitment.steps
  const staysFirst = commitment.state === 'running' && next !== undefined && next.afterMinutes > 0
  if (next === undefined || staysFirst) return changed(commitment, { state: 'overdue', escalatesAt: takesOver(next, now) })
  return changed(commitment, {
    state: 'overdue',
    ownerInstitutionId: next.institution,
    role: next.role,
    steps: commitment.steps.slice(1),
    escalatesAt: takesOver(following, now),
  })
}

const takesOver = (step: EscalationStep | undefined, now: Instant): Instant | null =>
  step ? plus(now, { minutes: step.afterMinutes }) : null

/** What was owed is done: met when in time, or when it has lasted long enough; time that was paused does not count. */
export function close(commitment: Commitment, how: 'kept' | 'withdrawn', now: Instant): Commitment {
  const state = how === 'withdrawn' ? 'withdrawn' : isMet(commitment, now) ? 'met' : 'missed'
  return changed(commitment, { state, endedAt: now, escalatesAt: null, pausedAt: null, pauseReason: null })
}

function isMet({ state, measure, dueAt, pausedAt }: Commitment, now: Instant): boolean {
  const until = pausedAt ?? now
  return measure === 'within' ? state !== 'overdue' && until <= dueAt : until >= dueAt
}
