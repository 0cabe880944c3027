import type { Id } from '../../../kernel/id.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { dateIn, defaultZone, type Instant, type PlainDate } from '../../../kernel/time.ts'
import type { Link, Name, Service, Share } from '../../agreements/index.ts'
import { type Proceeds, type ProceedsCharge, type ProceedsPayment, type ProceedsReason, sumCharges } from './proceeds.ts'
import type { ServiceChange, ServiceToSettle, Settlement } from './settle.ts'

export const statementStates = ['to-confirm', 'confirmed'] as const
export type StatementState = (typeof statementStates)[number]

/** A version that divides a service, with its parties: they may see how. */
export type UsedVersion = {
  readonly agreementId: string
  readonly versionId: string
  readonly code: string
  readonly number: number
  readonly title: Name
  readonly partyIds: readonly string[]
}

/** Everything that explains what a settlement changed for one service; kept with it. */
export type Evidence = {
  readonly versions: readonly UsedVersion[]
  readonly service: Omit<Service, 'charges'>
  readonly reasons: readonly ProceedsReason[]
  readonly charges: readonly ProceedsCharge[]
  readonly payments: readonly ProceedsPayment[]
  readonly before: readonly Link[]
  readonly after: readonly Link[]
  readonly shares: readonly Share[]
}

/** One service of a settlement. */
export type SettledService = {
  readonly serviceId: string
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly collectorId: Id<'institution'>
  readonly name: Name
  readonly serviceDate: PlainDate
  /** The last that happened to it. */
  readonly happenedAt: Instant
  readonly collectedFen: bigint
  readonly evidence: Evidence
}

export type Waiting = Proceeds & { readonly id: Id<'proceeds'> }
export type UnsharedService = { readonly row: Waiting; readonly refusal: Refusal }

type Rows = ReadonlyMap<string, readonly Waiting[]>

export function byService(waiting: readonly Waiting[]): Rows {
  const rows = new Map<string, Waiting[]>()
  for (const row of waiting) rows.set(row.serviceId, [...(rows.get(row.serviceId) ?? []), row])
  return rows
}

/** The services of a computed settlement, newest first, and those that no agreement divides. */
export function describeSettlement(rows: Rows, services: readonly ServiceToSettle[], { changes, unshared }: Settlement) {
  const termsOf = new Map(services.map(({ serviceId, terms }) => [serviceId, terms]))
  const last = (serviceId: string) => rows.get(serviceId)?.at(-1) as Waiting
  return {
    services: changes
      .map((change) =>
        describeService(rows.get(change.serviceId) ?? [], last(change.serviceId), change, termsOf.get(change.serviceId) ?? []),
      )
      .toSorted((a, b) => (a.happenedAt + a.serviceId < b.happenedAt + b.serviceId ? 1 : -1)),
    unshared: unshared.map(({ serviceId, refusal }): UnsharedService => ({ row: last(serviceId), refusal })),
  }
}

function describeService(
  rows: readonly Waiting[],
  { serviceId, visitId, personId, collectorId, name, serviceDate, happenedAt, service }: Waiting,
  { before, after, shares }: ServiceChange,
  terms: ServiceToSettle['terms'],
): SettledService {
  const used = new Set([...before, ...after].map(({ versionId }) => versionId))
  const versions = terms
    .filter(({ versionId }) => used.has(versionId))
    .map(({ agreementId, versionId, code, number, title, partyIds }) => ({
      ...{ agreementId, versionId, code, number, title },
      partyIds: [...partyIds],
    }))
  return {
    ...{ serviceId, visitId, personId, collectorId, name, serviceDate, happenedAt },
    collectedFen: sumOf(rows.flatMap(({ charges }) => charges.map(({ netFen }) => netFen))),
    evidence: {
      versions,
      service,
      reasons: [...new Set(rows.map(({ reason }) => reason))],
      charges: sumCharges(rows.flatMap(({ charges }) => charges)),
      payments: rows.flatMap(({ payments }) => payments),
      ...{ before, after, shares },
    },
  }
}

export type StatementLine = { readonly service: SettledService; readonly amountFen: bigint }
/** What one party gets of a settlement. */
export type PartyStatement = Omit<Share, 'amountFen'> & {
  readonly lines: readonly StatementLine[]
  readonly collectedFen: bigint
  readonly totalFen: bigint
  readonly versionIds: readonly string[]
}

/** One statement per party, with a line for each service that changed what the party has; by party, so that numbers are stable. */
export function statementsOf(services: readonly SettledService[]): PartyStatement[] {
  const byParty = new Map<string, { receiver: Omit<Share, 'amountFen'>; lines: StatementLine[] }>()
  for (const service of services)
    for (const { partyId, kind, amountFen } of service.evidence.shares) {
      const statement = byParty.get(partyId) ?? { receiver: { partyId, kind }, lines: [] }
      statement.lines.push({ service, amountFen })
      byParty.set(partyId, statement)
    }
  return [...byParty.values()]
    .map(({ receiver, lines }) => ({
      ...receiver,
      lines,
      collectedFen: sumOf(lines.map(({ service }) => service.collectedFen)),
      totalFen: sumOf(lines.map(({ amountFen }) => amountFen)),
      versionIds: [...new Set(lines.flatMap(({ service }) => service.evidence.versions.map(({ versionId }) => versionId)))],
    }))
    .toSorted((a, b) => (a.partyId < b.partyId ? -1 : 1))
}

/** The day on which a network's money happened. */
export const dayOf = (at: Instant): PlainDate => dateIn(defaultZone, at)
