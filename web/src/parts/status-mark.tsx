import { type Enum, enums } from '../client/enums'
import { useBilingual } from '../words/use-words'
import { Icon, type IconName } from './icon'

type Mark = {
  readonly role: 'mine' | 'clock' | 'done' | 'other' | 'danger' | 'neutral' | 'found' | 'unknown'
  readonly icon: IconName | null
}

const marks = {
  visitStatus: {
    held: { role: 'mine', icon: 'dot' },
    booked: { role: 'other', icon: 'hourglass' },
    arrived: { role: 'mine', icon: 'dot' },
    waiting: { role: 'clock', icon: 'clock' },
    called: { role: 'mine', icon: 'dot' },
    missed: { role: 'clock', icon: 'clock' },
    'in-progress': { role: 'other', icon: 'hourglass' },
    completed: { role: 'done', icon: 'check' },
    cancelled: { role: 'neutral', icon: null },
    'no-show': { role: 'neutral', icon: null },
  },
  commitmentState: {
    running: { role: 'clock', icon: 'clock' },
    paused: { role: 'other', icon: 'hourglass' },
    overdue: { role: 'clock', icon: 'clock' },
    met: { role: 'done', icon: 'check' },
    missed: { role: 'neutral', icon: null },
    withdrawn: { role: 'neutral', icon: null },
  },
  agreementState: {
    draft: { role: 'mine', icon: 'dot' },
    proposed: { role: 'clock', icon: 'hourglass' },
    signed: { role: 'other', icon: 'calendar' },
    'in-force': { role: 'done', icon: 'check' },
    superseded: { role: 'neutral', icon: null },
    expired: { role: 'neutral', icon: null },
    ended: { role: 'neutral', icon: null },
    withdrawn: { role: 'neutral', icon: null },
  },
  statementState: {
    'to-confirm': { role: 'clock', icon: 'clock' },
    confirmed: { role: 'done', icon: 'check' },
  },
  periodState: {
    coming: { role: 'other', icon: 'hourglass' },
    'in-force': { role: 'done', icon: 'check' },
    ending: { role: 'clock', icon: 'clock' },
    ended: { role: 'danger', icon: 'warning' },
  },
  orderState: {
    draft: { role: 'mine', icon: 'dot' },
    requested: { role: 'clock', icon: 'clock' },
    accepted: { role: 'other', icon: 'hourglass' },
    collected: { role: 'other', icon: 'hourglass' },
    completed: { role: 'done', icon: 'check' },
    cancelled: { role: 'neutral', icon: null },
    rejected: { role: 'neutral', icon: null },
  },
  noteState: {
    draft: { role: 'mine', icon: 'dot' },
    signed: { role: 'done', icon: 'check' },
  },
  criticalState: {
    'to-report': { role: 'danger', icon: 'warning' },
    reported: { role: 'danger', icon: 'warning' },
    'read-back': { role: 'clock', icon: 'clock' },
    handled: { role: 'done', icon: 'check' },
  },
  claimState: {
    'to-submit': { role: 'mine', icon: 'dot' },
    submitted: { role: 'other', icon: 'hourglass' },
    queried: { role: 'clock', icon: 'clock' },
    paid: { role: 'done', icon: 'check' },
    'partly-denied': { role: 'clock', icon: 'flag' },
    denied: { role: 'neutral', icon: 'close' },
    cancelled: { role: 'neutral', icon: null },
  },
  eligibilityState: {
    confirmed: { role: 'done', icon: 'check' },
    'not-confirmed': { role: 'other', icon: 'hourglass' },
    refused: { role: 'clock', icon: 'flag' },
  },
  verdict: {
    clear: { role: 'done', icon: 'check' },
    violation: { role: 'danger', icon: 'warning' },
    doubtful: { role: 'found', icon: 'flag' },
    'not-yet-knowable': { role: 'other', icon: 'hourglass' },
    'could-not-check': { role: 'unknown', icon: 'unknown' },
  },
  billState: {
    'to-pay': { role: 'clock', icon: 'clock' },
    paid: { role: 'done', icon: 'check' },
    'partly-refunded': { role: 'other', icon: 'dot' },
    refunded: { role: 'neutral', icon: null },
  },
  judgement: {
    met: { role: 'done', icon: 'check' },
    missed: { role: 'neutral', icon: 'minus' },
    'below-floor': { role: 'danger', icon: 'warning' },
    'could-not-judge': { role: 'unknown', icon: 'unknown' },
  },
  normConfirmation: {
    'to-confirm': { role: 'clock', icon: 'clock' },
    confirmed: { role: 'done', icon: 'check' },
    superseded: { role: 'neutral', icon: null },
  },
  inspectionState: {
    planned: { role: 'other', icon: 'calendar' },
    begun: { role: 'mine', icon: 'dot' },
    completed: { role: 'done', icon: 'check' },
    withdrawn: { role: 'neutral', icon: null },
  },
  inspectionOutcome: {
    passed: { role: 'done', icon: 'check' },
    'not-passed': { role: 'danger', icon: 'warning' },
    'not-applicable': { role: 'neutral', icon: null },
  },
  findingSeverity: {
    minor: { role: 'neutral', icon: 'flag' },
    major: { role: 'found', icon: 'flag' },
    critical: { role: 'danger', icon: 'warning' },
  },
  rectificationState: {
    'to-rectify': { role: 'clock', icon: 'clock' },
    rectifying: { role: 'mine', icon: 'dot' },
    'to-recheck': { role: 'clock', icon: 'eye' },
    'failed-recheck': { role: 'found', icon: 'flag' },
    closed: { role: 'done', icon: 'check' },
  },
  triageLevel: {
    I: { role: 'danger', icon: 'warning' },
    II: { role: 'danger', icon: 'warning' },
    III: { role: 'clock', icon: 'clock' },
    IVa: { role: 'other', icon: 'dot' },
    IVb: { role: 'other', icon: 'dot' },
  },
} as const satisfies {
  visitStatus: Record<Enum<'visitStatus'>, Mark>
  commitmentState: Record<Enum<'commitmentState'>, Mark>
  agreementState: Record<Enum<'agreementState'>, Mark>
  statementState: Record<Enum<'statementState'>, Mark>
  periodState: Record<Enum<'periodState'>, Mark>
  orderState: Record<Enum<'orderState'>, Mark>
  noteState: Record<Enum<'noteState'>, Mark>
  criticalState: Record<Enum<'criticalState'>, Mark>
  claimState: Record<Enum<'claimState'>, Mark>
  eligibilityState: Record<Enum<'eligibilityState'>, Mark>
  verdict: Record<Enum<'verdict'>, Mark>
  billState: Record<Enum<'billState'>, Mark>
  judgement: Record<Enum<'judgement'>, Mark>
  normConfirmation: Record<Enum<'normConfirmation'>, Mark>
  inspectionState: Record<Enum<'inspectionState'>, Mark>
  inspectionOutcome: Record<Enum<'inspectionOutcome'>, Mark>
  findingSeverity: Record<Enum<'findingSeverity'>, Mark>
  rectificationState: Record<Enum<'rectificationState'>, Mark>
  triageLevel: Record<Enum<'triageLevel'>, Mark>
}

/** A status of the fixed vocabulary: colour, shape and word say the same. */
export function StatusMark<Name extends keyof typeof marks>({ of, value }: { of: Name; value: Enum<Name> }) {
  const pick = useBilingual()
  const { role, icon } = (marks[of] as Record<string, Mark>)[value as string] as Mark
  const words = (enums[of] as Record<string, { zh: string; en: string }>)[value as string] as { zh: string; en: string }
  return (
    <span className={`tag ${role}`}>
      {icon && <Icon name={icon} />}
      <span>{pick(words)}</span>
    </span>
  )
}
