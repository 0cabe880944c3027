import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import type { PlainDate } from '../../../kernel/time.ts'
import { type Link, type Service, type Share, type ShareRefusal, type Shares, type SoFar, shareService } from '../../agreements/index.ts'
import { type ProceedsCharge, sumCharges } from './proceeds.ts'

type Terms = Parameters<typeof shareService>[0]

/** A service with what earlier settlements have divided of it, and what is new. */
export type ServiceToSettle = {
  readonly serviceId: string
  readonly serviceDate: PlainDate
  readonly service: Omit<Service, 'charges'>
  /** Those by which it was divided before; for a new service those in force on its day. */
  readonly terms: Terms
  readonly earlier: readonly ProceedsCharge[]
  readonly fresh: readonly ProceedsCharge[]
}

/** What a settlement changes for one service: who held what before, who holds what after, and the difference. */
export type ServiceChange = {
  readonly serviceId: string
  readonly before: readonly Link[]
  readonly after: readonly Link[]
  /** Who gets, or gives back, how much; nobody with nothing. The amounts add up to what is new exactly. */
  readonly shares: readonly Share[]
}

type Unshared = { readonly serviceId: string; readonly refusal: Refusal<ShareRefusal> }
export type Settlement = { readonly changes: readonly ServiceChange[]; readonly unshared: readonly Unshared[] }

/** What each tier has been applied to since the period began, by version and place. */
type TierSums = Map<string, bigint>

/**
 * Settles a period: each service anew on what remains of it, minus what it was. A tier sees the sum of its period, in which a service that
 * changed takes the place of what it was. The order of the rows does not matter: services are taken by day and id.
 */
export function settle(services: readonly ServiceToSettle[]): Settlement {
  const sums: TierSums = new Map()
  const changes: ServiceChange[] = []
  const unshared: Unshared[] = []
  for (const one of services.toSorted(byDay)) {
    const change = settleService(one, sums)
    if (change.ok) changes.push(change.value)
    else unshared.push({ serviceId: one.serviceId, refusal: change.refusal })
  }
  return { changes, unshared }
}

const dayAndId = ({ serviceDate, serviceId }: ServiceToSettle): string => `${serviceDate} ${serviceId}`
const byDay = (a: ServiceToSettle, b: ServiceToSettle): number => (dayAndId(a) < dayAndId(b) ? -1 : 1)

function settleService(one: ServiceToSettle, sums: TierSums): Result<ServiceChange, ShareRefusal> {
  const [was, is]: [TierSums, TierSums] = [new Map(), new Map()]
  const sumOf = (key: string) => sums.get(key) ?? 0n
  const before = holdings(one, one.earlier, (versionId, place, ofFen) => {
    const key = `${versionId} ${place}`
    was.set(key, ofFen)
    return sumOf(key) - ofFen
  })
  if (!before.ok) return before
  const after = holdings(one, [...one.earlier, ...one.fresh], (versionId, place, ofFen) => {
    const key = `${versionId} ${place}`
    is.set(key, ofFen)
    return sumOf(key) - (was.get(key) ?? 0n)
  })
  if (!after.ok) return after
  for (const key of new Set([...was.keys(), ...is.keys()])) sums.set(key, sumOf(key) + (is.get(key) ?? 0n) - (was.get(key) ?? 0n))
  const { serviceId } = one
  return ok({ serviceId, before: before.value.links, after: after.value.links, shares: difference(before.value, after.value) })
}

const nothing: Shares = { parties: [], links: [] }

/** Who holds what of a service; of one of which nothing is left, nobody anything: no fee of use is paid either. */
function holdings({ terms, service }: ServiceToSettle, lines: readonly ProceedsCharge[], soFar: SoFar): Result<Shares, ShareRefusal> {
  const charges = sumCharges(lines).map(({ category, netFen }) => ({ category, amountFen: netFen }))
  if (charges.every(({ amountFen }) => amountFen === 0n)) return ok(nothing)
  return shareService(terms, { ...service, charges }, soFar)
}

function difference(before: Shares, after: Shares): Share[] {
  const sums = new Map<string, Share>()
  const add = ({ partyId, kind, amountFen }: Share, sign: 1n | -1n) =>
    sums.set(partyId, { partyId, kind, amountFen: (sums.get(partyId)?.amountFen ?? 0n) + sign * amountFen })
  for (const share of after.parties) add(share, 1n)
  for (const share of before.parties) add(share, -1n)
  return [...sums.values()].filter(({ amountFen }) => amountFen !== 0n)
}
