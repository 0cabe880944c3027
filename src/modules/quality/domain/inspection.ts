import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import { refuse } from '../refusals.ts'
import type { ChecklistItem } from './norm.ts'
import type { SeverityRules } from './severity.ts'

export const inspectionStates = ['planned', 'begun', 'completed', 'withdrawn'] as const
export type InspectionState = (typeof inspectionStates)[number]
export const outcomes = ['passed', 'not-passed', 'not-applicable'] as const
export type Outcome = (typeof outcomes)[number]
export const evidenceKinds = ['text', 'measurement', 'reference'] as const

/** What shows it: words, a measured value with its unit, or where it is kept (a register, a photograph's number). */
export type Evidence = { readonly kind: (typeof evidenceKinds)[number]; readonly text: string }
export type Answer = {
  readonly itemCode: string
  readonly outcome: Outcome
  readonly note: string
  readonly evidence: readonly Evidence[]
  /** Of the inspector, where the checklist names none. */
  readonly indicatorCode: string | null
}

export type Inspection = {
  readonly id: Id<'inspection'>
  readonly networkId: Id<'network'>
  readonly versionId: Id<'normVersion'>
  readonly institutionId: Id<'institution'>
  readonly siteId: Id<'site'>
  readonly day: PlainDate
  readonly announced: boolean
  readonly inspectorInstitutionId: Id<'institution'>
  readonly inspectorId: Id<'account'>
  readonly plannerInstitutionId: Id<'institution'>
  readonly state: InspectionState
  readonly answers: readonly Answer[]
  readonly version: number
  readonly completedAt: Instant | null
  readonly viewerIds: readonly Id<'institution'>[]
}

/** Answers fit the checklist: each is of one of its items, none twice. */
export function checkAnswers(items: readonly ChecklistItem[], answers: readonly Answer[]) {
  const known = new Set(items.map(({ code }) => code))
  for (const [place, { itemCode }] of answers.entries()) {
    if (!known.has(itemCode)) return refuse('quality.item-unknown', { code: itemCode })
    if (answers.findIndex((answer) => answer.itemCode === itemCode) !== place) return refuse('quality.item-twice', { code: itemCode })
  }
  return ok(null)
}

/** An inspection is complete when every item is answered, and whatever is not passed says what was seen. */
export function checkComplete(items: readonly ChecklistItem[], answers: readonly Answer[]) {
  const answered = new Map(answers.map((answer) => [answer.itemCode, answer]))
  const open = items.filter(({ code }) => !answered.has(code))
  if (open[0]) return refuse('quality.items-unanswered', { left: open.length, first: open[0].code })
  const silent = answers.find(({ outcome, note }) => outcome === 'not-passed' && note.trim().length < 2)
  return silent ? refuse('quality.note-missing', { code: silent.itemCode }) : ok(null)
}

export type Deduction = { readonly itemCode: string; readonly points: number }

/**
 * The part of the points that was kept, in basis points, half away from zero: the points of all items that apply, less what the findings
 * deduct, never below zero. Null: no item applied. A norm of our own, see docs/concepts/quality.md.
 */
export function scoreOf(
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
  deductions: readonly Deduction[],
  rules: SeverityRules,
): number | null {
  const aside = new Set(answers.flatMap(({ itemCode, outcome }) => (outcome === 'not-applicable' ? [itemCode] : [])))
  const possible = sum(items.flatMap(({ code, severity }) => (aside.has(code) ? [] : [rules.get(severity)?.points ?? 0])))
  if (possible === 0) return null
  const kept = Math.max(0, possible - sum(deductions.map(({ points }) => points)))
  return Math.floor((kept * 20_000 + possible) / (2 * possible))
}
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

/** The seal of a completed inspection: SHA-256 over what was asked, answered and scored, by whom and when, in a fixed order. */
export function sealOf(
  { id, versionId, institutionId, siteId, inspectorId, inspectorInstitutionId, answers }: Inspection,
  scoreBasisPoints: number | null,
  completedAt: Instant,
): string {
  const said = answers.map(({ itemCode, outcome, note, evidence, indicatorCode }) => [
    itemCode,
    outcome,
    note,
    evidence.map(({ kind, text }) => [kind, text]),
    indicatorCode,
  ])
  const parts = [id, versionId, institutionId, siteId, inspectorInstitutionId, inspectorId, completedAt, said, scoreBasisPoints]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
