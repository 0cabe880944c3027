import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { type Instant, plus } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { SeverityRule } from './severity.ts'

export const rectificationStates = ['to-rectify', 'rectifying', 'to-recheck', 'failed-recheck', 'closed'] as const
export type RectificationState = (typeof rectificationStates)[number]
export const stepKinds = ['opened', 'plan-submitted', 'evidence-submitted', 'passed', 'failed', 'escalated'] as const
export type StepKind = (typeof stepKinds)[number]

export type Rectification = {
  readonly id: Id<'rectification'>
  readonly networkId: Id<'network'>
  /** Who mends. */
  readonly institutionId: Id<'institution'>
  /** Who looks again. */
  readonly inspectorInstitutionId: Id<'institution'>
  readonly state: RectificationState
  /** One more each time that looking again failed. */
  readonly round: number
  /** Of the clock that runs: of who mends, then of who looks again. */
  readonly dueAt: Instant
  readonly evidenceBy: Id<'account'> | null
  readonly closedAt: Instant | null
  readonly version: number
  readonly viewerIds: readonly Id<'institution'>[]
}

type Who = { readonly accountId: Id<'account'>; readonly institutionId: Id<'institution'> | null }

const changed = (rectification: Rectification, change: Partial<Rectification>) =>
  ok({ ...rectification, ...change, version: rectification.version + 1 })

/** Who mends says how; the clock goes on. */
export function submitPlan(rectification: Rectification, who: Who) {
  if (who.institutionId !== rectification.institutionId) return refuse('quality.not-yours-to-mend')
  if (rectification.state !== 'to-rectify' && rectification.state !== 'failed-recheck') return refuse('quality.plan-not-awaited')
  return changed(rectification, { state: 'rectifying' })
}

/** Who mends shows that it is done; from here on who looks again has the clock. */
export function submitEvidence(rectification: Rectification, who: Who, rule: SeverityRule, now: Instant) {
  if (who.institutionId !== rectification.institutionId) return refuse('quality.not-yours-to-mend')
  if (rectification.state !== 'rectifying') return refuse('quality.evidence-not-awaited')
  return changed(rectification, {
    state: 'to-recheck',
    evidenceBy: who.accountId,
    dueAt: plus(now, { minutes: rule.recheckMinutes }),
  })
}

/** Somebody of another institution, and not who showed the evidence, says whether it is mended: it closes, or begins a new round. */
export function recheck(rectification: Rectification, who: Who, passed: boolean, rule: SeverityRule, now: Instant) {
  if (rectification.state !== 'to-recheck') return refuse('quality.recheck-not-awaited')
  if (who.institutionId === rectification.institutionId) return refuse('quality.recheck-by-another-institution')
  if (who.accountId === rectification.evidenceBy) return refuse('quality.recheck-by-another-person')
  return passed
    ? changed(rectification, { state: 'closed', closedAt: now })
    : changed(rectification, {
        state: 'failed-recheck',
        round: rectification.round + 1,
        dueAt: plus(now, { minutes: rule.rectifyMinutes }),
      })
}

/** What an actor may do next. */
export function nextSteps(rectification: Rectification, who: Who): readonly ('plan' | 'evidence' | 'recheck')[] {
  const { institutionId, state, evidenceBy } = rectification
  if (who.institutionId !== institutionId) return state === 'to-recheck' && who.accountId !== evidenceBy ? ['recheck'] : []
  if (state === 'to-rectify' || state === 'failed-recheck') return ['plan']
  return state === 'rectifying' ? ['evidence'] : []
}
