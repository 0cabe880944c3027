import { sumOf, yuan } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refuse } from '../refusals.ts'
import type { CompiledUse, TermsInForce } from './compile.ts'
import type { Link, Name, Receiver, Service, ServiceResource, Shares, SoFar } from './service.ts'
import { type Filled, Ledger, lineOf, splitBill, splitHolding } from './split.ts'

/** Why a service cannot be shared. */
export const shareRefusals = ['agreements.use-not-agreed', 'agreements.split-not-agreed', 'agreements.split-ambiguous'] as const
export type ShareRefusal = (typeof shareRefusals)[number]

const fromNothing: SoFar = () => 0n
const byCode = (a: TermsInForce, b: TermsInForce): number => (a.code < b.code ? -1 : 1)

/**
 * Who gets what of one service: the right to use every resource that is not the host's, the division of the bill agreement by agreement,
 * the fees of use. The shares add up to the bill exactly. A bill below zero (a refund) moves no fee of use.
 */
export function shareService(terms: readonly TermsInForce[], service: Service, soFar: SoFar = fromNothing): Result<Shares, ShareRefusal> {
  const uses = findUses(terms, service)
  if (!uses.ok) return uses
  const bill = findBillAgreement(terms, service)
  if (!bill.ok) return bill
  const ledger = new Ledger()
  const links: Link[] = []
  if (bill.value) splitBill(bill.value, service.charges, filledFor(bill.value, service), ledger, links, soFar)
  else links.push(collect(service, ledger))
  for (const party of ledger.institutions()) {
    const dividing = findHoldingAgreements(terms, service, party)
    if (!dividing.ok) return dividing
    for (const agreement of dividing.value) splitHolding(agreement, party, filledFor(agreement, service), ledger, links, soFar)
  }
  for (const { agreement, use } of uses.value) links.push(chargeUse(agreement, use, service, ledger))
  return ok({ parties: ledger.shares(), links })
}

type AgreedUse = { readonly agreement: TermsInForce; readonly use: CompiledUse }

/** The right to use each resource of somebody else: the entry that names its kind before one for all kinds, then by code. */
function findUses(terms: readonly TermsInForce[], service: Service): Result<readonly AgreedUse[], 'agreements.use-not-agreed'> {
  const found: AgreedUse[] = []
  for (const resource of service.resources) {
    if (resource.ownerId === service.hostId) continue
    const agreed = findUse(terms, service.hostId, resource)
    if (!agreed)
      return refuse('agreements.use-not-agreed', {
        owner: nameOf(terms, service, resource.ownerId),
        user: nameOf(terms, service, service.hostId),
        resource: resource.name,
      })
    found.push(agreed)
  }
  return ok(found)
}

/** Whether an agreement in force lets an institution use a resource of somebody else. */
export const mayUse = (terms: readonly TermsInForce[], userId: string, resource: ServiceResource): boolean =>
  findUse(terms, userId, resource) !== null

function findUse(terms: readonly TermsInForce[], userId: string, resource: ServiceResource): AgreedUse | null {
  let best: AgreedUse | null = null
  for (const agreement of terms)
    for (const use of agreement.compiled.uses) {
      const { role, kind } = use.entry.resource
      if (use.userId !== userId || use.ownerId !== resource.ownerId || role !== resource.role) continue
      if (kind !== '*' && kind !== resource.kind) continue
      const [exact, bestExact] = [kind !== '*', best !== null && best.use.entry.resource.kind !== '*']
      if (!best || (exact && !bestExact) || (exact === bestExact && agreement.code < best.agreement.code)) best = { agreement, use }
    }
  return best
}

function nameOf(terms: readonly TermsInForce[], { names }: Service, id: string): Name {
  const known = names?.get(id) ?? terms.flatMap(({ parties }) => parties).find(({ partyId }) => partyId === id)?.name
  return known ?? { zh: id, en: id }
}

/** Whether an agreement divides money of services like this one. */
function covers({ compiled: { split } }: TermsInForce, { offeringCode, resources }: Service): boolean {
  if (!split || (split.offerings && !split.offerings.has(offeringCode))) return false
  return split.expertsPartyId === null || resources.some(({ role, ownerId }) => role === 'expert' && ownerId === split.expertsPartyId)
}

/**
 * Whether a bill that is all the host's own is this agreement's to divide: the rest of it goes to the host, or another party takes part.
 * Without this a landlord's own services would be divided by every tenant's agreement.
 */
function isAboutHost({ compiled: { split }, partyIds }: TermsInForce, { hostId, resources }: Service): boolean {
  const rest = split?.steps.find(({ step, source }) => step === 'remainder' && source === 0)?.receivers ?? []
  return (
    rest.some((place) => split?.accounts[place]?.role === 'host' || split?.accounts[place]?.receiver?.partyId === hostId) ||
    resources.some(({ ownerId }) => ownerId !== hostId && partyIds.has(ownerId))
  )
}

/** The agreement between host and offerer that divides the bill; null: the host offers it himself and shares with nobody. */
function findBillAgreement(terms: readonly TermsInForce[], service: Service) {
  const { hostId, offererId } = service
  const between = terms.filter(
    (agreement) =>
      agreement.compiled.split?.dividesPartyId === null &&
      agreement.partyIds.has(hostId) &&
      agreement.partyIds.has(offererId) &&
      covers(agreement, service) &&
      (hostId !== offererId || isAboutHost(agreement, service)),
  )
  if (between.length === 0 && hostId !== offererId)
    return refuse('agreements.split-not-agreed', { host: nameOf(terms, service, hostId), offerer: nameOf(terms, service, offererId) })
  return pickOne(between)
}

/** One of several that match: the one that names the offering. */
function pickOne(matching: readonly TermsInForce[]): Result<TermsInForce | null, 'agreements.split-ambiguous'> {
  const naming = matching.length > 1 ? matching.filter(({ compiled }) => compiled.split?.offerings) : matching
  const [first, second] = (naming.length > 0 ? naming : matching).toSorted(byCode)
  if (first && second) return refuse('agreements.split-ambiguous', { first: first.code, second: second.code })
  return ok(first ?? null)
}

/** The agreements that divide what a party holds, by code: at most one per owner of an expert. */
function findHoldingAgreements(terms: readonly TermsInForce[], service: Service, { partyId }: Receiver) {
  const matching = terms.filter((agreement) => agreement.compiled.split?.dividesPartyId === partyId && covers(agreement, service))
  if (matching.length === 0) return ok<readonly TermsInForce[]>([])
  const chosen: TermsInForce[] = []
  const firstOwner = service.resources.find(({ role }) => role === 'expert')?.ownerId
  for (const owner of new Set(matching.map(({ compiled }) => compiled.split?.expertsPartyId ?? firstOwner))) {
    const one = pickOne(matching.filter(({ compiled }) => (compiled.split?.expertsPartyId ?? firstOwner) === owner))
    if (!one.ok) return one
    if (one.value) chosen.push(one.value)
  }
  return ok<readonly TermsInForce[]>(chosen.toSorted(byCode))
}

const institution = (partyId: string): Receiver => ({ partyId, kind: 'institution' })

/** Who fills the service roles; the expert is the one whom the agreement is about. */
function filledFor({ compiled: { split } }: TermsInForce, { hostId, resources }: Service): Filled {
  const wanted = split?.expertsPartyId ?? null
  const expert = resources.find(({ role, ownerId }) => role === 'expert' && (wanted === null || ownerId === wanted))
  const device = resources.find(({ role }) => role === 'device')
  return {
    host: institution(hostId),
    ...(expert ? { expert: institution(expert.ownerId), practitioner: { partyId: expert.id, kind: 'practitioner' as const } } : {}),
    ...(device ? { device: institution(device.ownerId) } : {}),
  }
}

const ofNoAgreement = { agreementId: null, versionId: null, code: null, number: null }
const holdsAll: Name = { zh: '接诊机构收取并持有全部账单', en: 'The host institution collects and holds the whole bill' }

/** No agreement divides the bill: the host, who offers the service himself, holds all of it. */
function collect({ hostId, charges }: Service, ledger: Ledger): Link {
  const amountFen = sumOf(charges.map((charge) => charge.amountFen))
  ledger.add(institution(hostId), amountFen)
  const figures = yuan(amountFen)
  return {
    ...ofNoAgreement,
    place: '',
    step: 'collect',
    fromId: null,
    ofFen: amountFen,
    lines: [lineOf(institution(hostId), 'host', '100 %', amountFen)],
    clause: holdsAll,
    sentence: { zh: `${holdsAll.zh}：${figures}`, en: `${holdsAll.en}: ${figures}` },
  }
}

/** Moves the fee of use from the host to the owner, outside of every base. */
export function chargeUse(
  { agreementId, versionId, code, number }: TermsInForce,
  use: CompiledUse,
  service: Pick<Service, 'minutes' | 'charges'>,
  ledger: Ledger,
): Link {
  const { price, owner, user } = use.entry
  const refund = sumOf(service.charges.map(({ amountFen }) => amountFen)) < 0n
  const count = price?.per === 'half-hour' ? BigInt(Math.ceil(service.minutes / 30)) : 1n
  const charged = price !== null && price.per !== 'month' && !refund
  const byTime = charged ? BigInt(price.amountFen) * count : 0n
  const least = charged ? BigInt(price.minimumFen ?? 0) : 0n
  const feeFen = byTime > least ? byTime : least
  const rate = price === null ? '¥0.00' : `${count} × ${yuan(BigInt(price.amountFen))}`
  if (feeFen !== 0n) {
    ledger.add(institution(use.userId), -feeFen)
    ledger.add(institution(use.ownerId), feeFen)
  }
  const figures = charged ? `${rate} → ${yuan(feeFen)}` : '¥0.00'
  return {
    agreementId,
    versionId,
    code,
    number,
    place: use.place,
    step: 'use',
    fromId: use.userId,
    ofFen: feeFen,
    lines: [lineOf(institution(use.ownerId), owner, rate, feeFen), lineOf(institution(use.userId), user, rate, -feeFen)],
    clause: use.sentence,
    sentence: { zh: `${use.sentence.zh}：${figures}`, en: `${use.sentence.en}: ${figures}` },
  }
}
