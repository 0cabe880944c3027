import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { DenialCode } from './denial.ts'
import type { QueryCode } from './message.ts'
import type { Used } from './plan.ts'

export const claimStates = ['to-submit', 'submitted', 'queried', 'paid', 'partly-denied', 'denied', 'cancelled'] as const
export type ClaimState = (typeof claimStates)[number]

/** A line as billing claims it, in fen; list = discount + payer + patient. */
export type NewClaimLine = {
  readonly lineId: string
  readonly name: Name
  readonly system: string
  readonly itemCode: string
  readonly category: string
  readonly quantity: number
  readonly listFen: bigint
  readonly discountFen: bigint
  readonly payerFen: bigint
  readonly patientFen: bigint
}
/** A line that was given back stays with a quantity of 0, so that its number never means another one. */
export type ClaimLine = NewClaimLine & {
  readonly sequence: number
  /** What the payer pays for it; null: not answered. */
  readonly answeredFen: bigint | null
  readonly denialCode: DenialCode | null
}

export type Claim = {
  readonly id: Id<'claim'>
  readonly number: string
  readonly billId: Id<'bill'>
  readonly billNumber: string
  readonly payerId: Id<'payer'>
  readonly networkId: Id<'network'>
  readonly collectorId: Id<'institution'>
  readonly memberId: Id<'member'>
  readonly personId: Id<'person'>
  readonly visitId: Id<'visit'>
  readonly serviceDate: PlainDate
  readonly diagnoses: readonly string[]
  readonly deductibleFen: bigint | null
  readonly state: ClaimState
  /** Counts what was sent: a refund or a question of the payer makes the next one. */
  readonly revision: number
  readonly answeredRevision: number
  /** What the payer has paid over all revisions; what it took back is subtracted. */
  readonly paidFen: bigint
  readonly paidAt: Instant | null
  readonly answeredDeductibleFen: bigint | null
  /** What the answers have changed of the use that the bill had recorded. */
  readonly corrected: Used
  readonly query: QueryCode | null
  readonly madeAt: Instant
  readonly dueAt: Instant
  readonly lines: readonly ClaimLine[]
}

export const claimedFen = ({ lines }: Pick<Claim, 'lines'>): bigint => sumOf(lines.map(({ payerFen }) => payerFen))
export const answeredFen = ({ lines }: Pick<Claim, 'lines'>): bigint => sumOf(lines.map(({ answeredFen }) => answeredFen ?? 0n))

/** What is claimed from now on: the lines that remain, with what they have become; others stay with nothing. */
export function reviseClaim(claim: Claim, remaining: readonly NewClaimLine[], deductibleFen = claim.deductibleFen): Claim {
  const left = new Map(remaining.map((line) => [line.lineId, line]))
  const nothing = { quantity: 0, listFen: 0n, discountFen: 0n, payerFen: 0n, patientFen: 0n }
  const lines = claim.lines.map((line) => ({ ...line, ...(left.get(line.lineId) ?? nothing), answeredFen: null, denialCode: null }))
  return { ...claim, lines, deductibleFen, state: 'to-submit', revision: claim.revision + 1, query: null }
}

export const nothingIsLeft = ({ lines }: Pick<Claim, 'lines'>): boolean => lines.every(({ quantity }) => quantity === 0)

export type AnsweredLine = { readonly sequence: number; readonly benefitFen: bigint; readonly denialCode: DenialCode | null }

/** What a payer answers to a claim: each line, and what it counts against the deductible of the year where it says so. */
export type ClaimAnswer = { readonly lines: readonly AnsweredLine[]; readonly deductibleFen: bigint | null }

const queried = (claim: Claim, query: QueryCode): Claim => ({ ...claim, state: 'queried', query })

/**
 * The payer's answer to the newest revision: each line is paid as claimed, or refused in whole or in part with a reason. Anything else
 * does not fit and is a question to the payer; the answer to an earlier revision changes nothing.
 */
export function answerClaim(claim: Claim, revision: number, { lines: answered, deductibleFen }: ClaimAnswer): Claim {
  if (revision !== claim.revision) return claim
  const answers = new Map(answered.map((line) => [line.sequence, line]))
  const open = claim.lines.filter(({ quantity }) => quantity > 0)
  if (answered.some(({ sequence }) => !open.some((line) => line.sequence === sequence))) return queried(claim, 'line-unknown')
  if (open.some(({ sequence }) => !answers.has(sequence))) return queried(claim, 'line-missing')
  const lines = claim.lines.map((line) => {
    const answer = answers.get(line.sequence)
    return { ...line, answeredFen: answer?.benefitFen ?? 0n, denialCode: answer?.denialCode ?? null }
  })
  const next = { ...claim, lines, answeredRevision: revision, answeredDeductibleFen: deductibleFen, query: null }
  const fits = lines.every(
    ({ answeredFen, payerFen, denialCode }) => answeredFen === payerFen || (answeredFen < payerFen && denialCode !== null),
  )
  return fits ? settle({ ...next, state: 'submitted' }) : queried(next, 'amount-differs')
}

/** A payment, or money taken back (negative): it must complete what the newest answer promised. */
export function payClaim(claim: Claim, amountFen: bigint, at: Instant): Claim {
  const paid = { ...claim, paidFen: claim.paidFen + amountFen, paidAt: at }
  if (paid.answeredRevision !== paid.revision || paid.query === 'amount-differs') return paid
  const settled = settle({ ...paid, state: 'submitted', query: null })
  return settled.state === 'submitted' ? queried(settled, 'payment-differs') : settled
}

/** The claim has its end when what was paid is what was answered. */
function settle(claim: Claim): Claim {
  const answered = answeredFen(claim)
  if (claim.paidFen !== answered) return claim
  if (nothingIsLeft(claim)) return { ...claim, state: 'cancelled' }
  if (answered === claimedFen(claim)) return { ...claim, state: 'paid' }
  return { ...claim, state: answered === 0n ? 'denied' : 'partly-denied' }
}

export const isSettled = ({ state }: Pick<Claim, 'state'>): boolean => ['paid', 'partly-denied', 'denied', 'cancelled'].includes(state)

/** What each line brought in the end. */
export type RemittanceLine = {
  readonly lineId: string
  readonly paidFen: bigint
  readonly refusedFen: bigint
  readonly code: DenialCode | null
}

export const remittanceOf = ({ lines }: Pick<Claim, 'lines'>): RemittanceLine[] =>
  lines.map(({ lineId, payerFen, answeredFen, denialCode }) => ({
    lineId,
    paidFen: answeredFen ?? 0n,
    refusedFen: payerFen - (answeredFen ?? 0n),
    code: denialCode,
  }))

/**
 * The use of the year as the payer sees it: what it answers instead of what the bill had recorded, so that a refused line does not use
 * up the member's limit. `change` is what is to be recorded now.
 */
export function correctUsage(claim: Claim): { readonly claim: Claim; readonly change: Used } {
  const { corrected, deductibleFen, answeredDeductibleFen } = claim
  const known = deductibleFen !== null && answeredDeductibleFen !== null
  const wanted: Used = {
    deductibleFen: known ? answeredDeductibleFen - deductibleFen : 0n,
    benefitFen: answeredFen(claim) - claimedFen(claim),
  }
  const change = { deductibleFen: wanted.deductibleFen - corrected.deductibleFen, benefitFen: wanted.benefitFen - corrected.benefitFen }
  return { claim: { ...claim, corrected: wanted }, change }
}
