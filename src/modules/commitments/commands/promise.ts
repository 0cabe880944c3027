import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { cancelDue, scheduleDue } from '../../../platform/due/index.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { tellBoards } from '../board.ts'
import { close, type EscalationStep, type Measure } from '../domain.ts'
import { insertCommitment, lockOpenCommitment, saveCommitment } from '../store.ts'
import { breakKind } from './break-commitment.ts'

export type PromiseRequest = {
  /** `booking.hold-to-confirm`: a kind of the room that promises, with words in its enums. */
  readonly kind: string
  readonly subjectId: string
  readonly owner: Id<'institution'>
  /** Who takes over when it breaks: one institution at once, or tier by tier. */
  readonly escalatesTo: Id<'institution'> | null | readonly EscalationStep[]
  readonly person: Id<'person'> | null
  readonly dueAt: Instant
  /** When its clock begins, if not now. */
  readonly startsAt?: Instant
  /** Who of the owner acts; absent: anybody. */
  readonly role?: string
  /** `at-least`: it must last until `dueAt`, and never breaks by time passing. */
  readonly measure?: Measure
  /** Its clock may be stopped with a reason. */
  readonly pausable?: boolean
  /** What it is about, for lists: a ticket and a service, never a patient's name. */
  readonly label?: { readonly zh: string; readonly en: string }
}

/** Opens what is owed inside the caller's transaction; the worker breaks it at its time. */
export async function promise(
  work: Work,
  {
    kind,
    subjectId,
    owner,
    escalatesTo,
    person,
    dueAt,
    startsAt = work.now,
    role,
    measure = 'within',
    pausable = false,
    label,
  }: PromiseRequest,
): Promise<Id<'commitment'>> {
  const id = work.newId<'commitment'>()
  await insertCommitment(work, {
    id,
    kind,
    subjectId,
    ownerInstitutionId: owner,
    steps: stepsOf(escalatesTo),
    personId: person,
    role: role ?? null,
    measure,
    pausable,
    startedAt: startsAt,
    dueAt,
    labelZh: label?.zh ?? null,
    labelEn: label?.en ?? null,
  })
  if (measure === 'within') await scheduleDue(work, { at: dueAt, kind: breakKind, subject: id })
  await tellBoards(work, owner)
  return id
}

function stepsOf(escalatesTo: PromiseRequest['escalatesTo']): readonly EscalationStep[] {
  if (escalatesTo === null) return []
  return typeof escalatesTo === 'string' ? [{ institution: escalatesTo, role: null, afterMinutes: 0 }] : escalatesTo
}

/** Closes what was owed for this subject, if it is still open. */
export async function closeCommitment(work: Work, kind: string, subjectId: string, how: 'kept' | 'withdrawn'): Promise<void> {
  const open = await lockOpenCommitment(work, kind, subjectId)
  if (!open) return
  await saveCommitment(work, close(open, how, work.now))
  if (open.measure === 'within') await cancelDue(work, { kind: breakKind, subject: open.id })
  await tellBoards(work, open.ownerInstitutionId)
}

/** Gives more time to what is owed for this subject. */
export async function postponeCommitment(work: Work, kind: string, subjectId: string, dueAt: Instant): Promise<void> {
  const open = await lockOpenCommitment(work, kind, subjectId)
  if (!open) return
  await saveCommitment(work, { ...open, dueAt, version: open.version + 1 })
  await scheduleDue(work, { at: dueAt, kind: breakKind, subject: open.id })
  await tellBoards(work, open.ownerInstitutionId)
}
