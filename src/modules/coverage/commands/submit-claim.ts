import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/time.ts'
import { dateIn, defaultZone, plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { showPerson } from '../../people/index.ts'
import { type Claim, type NewClaimLine, reviseClaim as revised } from '../domain/claim.ts'
import { outgoing } from '../domain/message.ts'
import { claimResource } from '../fhir/claim-resource.ts'
import { findClaim, insertClaim, lockClaim, nextClaimNumber, saveClaim } from '../store/claim.ts'
import { findClaimMessage, insertMessage } from '../store/message.ts'
import { findAnswerDays, findParties } from '../store/parties.ts'
import { tellDesks } from '../topics.ts'

export const claimClock = 'coverage.claim-to-answer'

export type ClaimRequest = Pick<
  Claim,
  'billId' | 'billNumber' | 'visitId' | 'personId' | 'memberId' | 'networkId' | 'collectorId' | 'serviceDate' | 'diagnoses'
> & {
  /** What of the lines counts against the member's deductible. */
  readonly deductibleFen?: bigint
  readonly lines: readonly NewClaimLine[]
}

/** Writes a claim and its message to the payer, which the worker sends after the commit. The same bill again answers the first claim. */
export async function submitClaim(work: Work, { lines, deductibleFen, ...request }: ClaimRequest): Promise<Id<'claim'>> {
  const known = await findClaim(work, { billId: request.billId })
  if (known) return known.id
  const { collectorId, memberId } = request
  const { payerId } = await findParties(work, memberId, collectorId)
  const claim: Claim = {
    ...request,
    id: work.newId<'claim'>(),
    payerId,
    number: await nextClaimNumber(work, collectorId, dateIn(defaultZone, work.now)),
    deductibleFen: deductibleFen ?? null,
    state: 'to-submit',
    revision: 1,
    answeredRevision: 0,
    answeredDeductibleFen: null,
    corrected: { deductibleFen: 0n, benefitFen: 0n },
    paidFen: 0n,
    paidAt: null,
    query: null,
    madeAt: work.now,
    dueAt: await dueOf(work, payerId, request),
    lines: lines.map((line, place) => ({ ...line, sequence: place + 1, answeredFen: null, denialCode: null })),
  }
  await insertClaim(work, claim)
  await openClock(work, claim)
  await writeClaimMessage(work, claim)
  return claim.id
}

/** Replaces what was claimed for a bill by what remains of it; nothing left: it is cancelled. A bill without a claim is left alone. */
export async function reviseClaim(work: Work, { billId, lines, deductibleFen }: Remaining): Promise<void> {
  const claim = await lockClaim(work, { billId })
  if (claim) await sendAnew(work, claim, revised(claim, lines, deductibleFen))
}

type Remaining = { readonly billId: Id<'bill'>; readonly deductibleFen?: bigint; readonly lines: readonly NewClaimLine[] }

/** The next revision of a claim takes the place of what was sent: a new clock, a new message. */
export async function sendAnew(work: Work, before: Claim, next: Claim): Promise<void> {
  const claim = { ...next, dueAt: await dueOf(work, next.payerId, next) }
  await saveClaim(work, claim)
  await closeCommitment(work, claimClock, before.id, 'withdrawn')
  await openClock(work, claim)
  await writeClaimMessage(work, claim)
}

const dueOf = async (
  work: Work,
  payerId: Id<'payer'>,
  { networkId, serviceDate }: Pick<Claim, 'networkId' | 'serviceDate'>,
): Promise<Instant> => plus(work.now, { days: await findAnswerDays(work, payerId, networkId, serviceDate) })

/** Who collects sees the person for as long as there may be something to do for her claim. */
const visibleDaysAfterDue = 90

async function openClock(work: Work, { id, collectorId, personId, dueAt, number }: Claim): Promise<void> {
  const until = plus(dueAt, { days: visibleDaysAfterDue })
  await showPerson(work, { personId, institutionIds: [collectorId], reason: 'contract', subjectId: id, until })
  await promise(work, {
    kind: claimClock,
    subjectId: id,
    owner: collectorId,
    escalatesTo: null,
    person: personId,
    dueAt,
    role: 'finance',
    label: { zh: number, en: number },
  })
}

async function writeClaimMessage(work: Work, claim: Claim): Promise<void> {
  const { payerId, personId, collectorId, memberId } = claim
  const parties = await findParties(work, memberId, collectorId)
  const id = work.newId<'message'>()
  const prior = claim.revision > 1 ? await findClaimMessage(work, claim.id, claim.revision - 1) : undefined
  await insertMessage(work, {
    ...outgoing(work, id),
    payerId,
    kind: 'claim',
    subjectId: claim.id,
    revision: claim.revision,
    personId,
    resource: claimResource(claim, parties, id, prior?.id ?? null, work.now),
    institutionIds: [collectorId],
  })
  await tellDesks(work, [collectorId])
}
