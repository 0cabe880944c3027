import { sumOf } from '../../../kernel/money.ts'
import type { Name } from '../../agreements/index.ts'
import { addsUp } from './adds-up.ts'
import { type Stage, stagesOf, wayTo } from './chain.ts'
import { maySeeStage, type Reader } from './reader.ts'
import type { Evidence, UsedVersion } from './statement.ts'

type NamedParty = { readonly id: string; readonly name: Name; readonly isTarget: boolean }

/** What one party gets in a shown stage; `onWay`: it leads to the party that is explained. */
export type ShownLine = { readonly party: NamedParty; readonly rate: string; readonly amountFen: bigint; readonly onWay: boolean }

export type ShownStage = Pick<Stage, 'kind'> & {
  readonly agreement: Omit<UsedVersion, 'partyIds'> | null
  readonly from: NamedParty | null
  /** Null: the reader's party has not signed this agreement, and sees only what the explained party gets. */
  readonly ofFen: bigint | null
  readonly keptFen: bigint
  readonly clauses: readonly Name[]
  readonly lines: readonly ShownLine[]
}

export type Explanation = {
  readonly payments: Evidence['payments']
  readonly charges: Evidence['charges']
  readonly paidFen: bigint
  readonly listFen: bigint
  readonly discountFen: bigint
  readonly netFen: bigint
  readonly stages: readonly ShownStage[]
  /** Who has what at the end; what the reader may not see is in `othersFen`. */
  readonly shares: readonly { readonly party: NamedParty; readonly amountFen: bigint }[]
  readonly othersFen: bigint
  readonly addsUp: boolean
}

type Explained = { readonly networkId: string; readonly partyId: string; readonly evidence: Evidence }
type Names = ReadonlyMap<string, Name>

/** Why a party gets what it gets of a service: payments, charges, each division, as far as the reader may see; computed from what was kept. */
export function explain({ networkId, partyId, evidence }: Explained, reader: Reader, names: Names): Explanation {
  const { payments, charges, versions, shares } = evidence
  const stages = stagesOf(evidence)
  const ways = wayTo(stages, new Set([partyId]))
  const partyOf = (id: string): NamedParty => {
    const { zh, en } = names.get(id) ?? { zh: id, en: id }
    return { id, name: { zh, en }, isTarget: id === partyId }
  }
  const shown = stages.map((stage, at) => {
    const version = versions.find(({ versionId }) => versionId === stage.versionId)
    const receivers = stage.lines.map((line) => line.partyId)
    const open = maySeeStage(reader, networkId, version?.partyIds ?? [], stage.fromId === null ? receivers : [...receivers, stage.fromId])
    return showStage(stage, version, open, ways[at] ?? new Set(), partyOf)
  })
  const all = shown.every(({ ofFen }) => ofFen !== null)
  const seen = shares.filter((share) => all || share.partyId === partyId)
  const [paidFen, netFen] = [sumOf(payments.map(({ amountFen }) => amountFen)), sumOf(charges.map((charge) => charge.netFen))]
  return {
    ...{ payments, charges, paidFen, netFen },
    listFen: sumOf(charges.map(({ listFen }) => listFen)),
    discountFen: sumOf(charges.map(({ discountFen }) => discountFen)),
    stages: shown,
    shares: seen.map((share) => ({ party: partyOf(share.partyId), amountFen: share.amountFen })),
    othersFen: netFen - sumOf(seen.map(({ amountFen }) => amountFen)),
    addsUp: addsUp({ paymentsFen: [paidFen], chargesFen: [netFen], stages, shares }),
  }
}

function showStage(
  { kind, fromId, ofFen, keptFen, clauses, lines }: Stage,
  version: UsedVersion | undefined,
  open: boolean,
  way: ReadonlySet<string>,
  partyOf: (id: string) => NamedParty,
): ShownStage {
  const { partyIds: _, ...agreement } = version ?? { partyIds: [] }
  const shown = lines.map(({ partyId, rates, amountFen }) => ({
    party: partyOf(partyId),
    rate: rates.join(' + '),
    amountFen,
    onWay: way.has(partyId),
  }))
  return {
    kind,
    agreement: version ? (agreement as Omit<UsedVersion, 'partyIds'>) : null,
    from: open && fromId !== null ? partyOf(fromId) : null,
    ofFen: open ? ofFen : null,
    keptFen: open ? keptFen : 0n,
    clauses: open ? clauses : [],
    lines: open ? shown : shown.filter(({ party }) => party.isTarget),
  }
}

/** Everybody who is named in an explanation. */
export const namedIn = ({ before, after, shares }: Evidence): string[] => [
  ...new Set([
    ...shares.map(({ partyId }) => partyId),
    ...[...before, ...after].flatMap(({ fromId, lines }) => [...(fromId ? [fromId] : []), ...lines.map(({ partyId }) => partyId)]),
  ]),
]
