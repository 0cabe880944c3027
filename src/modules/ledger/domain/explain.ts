import { sumOf } from '../../../kernel/money.ts'
import type { Name } from '../../agreements/index.ts'
import { addsUp } from './adds-up.ts'
import { type Stage, type StageLine, stagesOf, wayTo } from './chain.ts'
import { maySeeStage, type Reader } from './reader.ts'
import type { Evidence, UsedVersion } from './statement.ts'

type NamedParty = { readonly id: string; readonly name: Name; readonly isTarget: boolean }

/** What one party gets in a shown stage; `onWay`: it leads to the party that is explained. */
export type ShownLine = Pick<StageLine, 'isAside' | 'amountFen'> & {
  readonly party: NamedParty
  readonly rate: string
  readonly onWay: boolean
}

export type ShownStage = Pick<Stage, 'kind' | 'ofFen' | 'keptFen' | 'clauses'> & {
  /** The reader's party has signed this agreement. Who has not sees what lies on the way to the party, the rest as one sum. */
  readonly isOpen: boolean
  readonly agreement: Omit<UsedVersion, 'partyIds'> | null
  readonly from: NamedParty | null
  readonly lines: readonly ShownLine[]
  readonly othersFen: bigint
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
  const ways = wayTo(stages, partyId)
  const partyOf = (id: string): NamedParty => {
    const { zh, en } = names.get(id) ?? { zh: id, en: id }
    return { id, name: { zh, en }, isTarget: id === partyId }
  }
  const shown = stages.flatMap((stage, at) => {
    const version = versions.find(({ versionId }) => versionId === stage.versionId)
    const touched = [...stage.lines.map((line) => line.partyId), ...(stage.fromId === null ? [] : [stage.fromId])]
    const isOpen = maySeeStage(reader, networkId, version?.partyIds ?? [], touched)
    const way = ways[at] ?? new Set()
    return isOpen || way.size > 0 ? showStage(stage, version, isOpen, way, partyOf) : []
  })
  const all = shown.length === stages.length && shown.every(({ isOpen }) => isOpen)
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
  isOpen: boolean,
  way: ReadonlySet<StageLine>,
  partyOf: (id: string) => NamedParty,
): ShownStage {
  const seen = isOpen ? lines : lines.filter((line) => way.has(line))
  return {
    ...{ kind, isOpen, ofFen },
    agreement: version ? agreementOf(version) : null,
    from: fromId === null ? null : partyOf(fromId),
    clauses: isOpen ? clauses : [],
    lines: seen.map((line) => ({
      party: partyOf(line.partyId),
      isAside: line.isAside,
      rate: isOpen ? line.rates.join(' + ') : '',
      amountFen: line.amountFen,
      onWay: way.has(line),
    })),
    keptFen: isOpen ? keptFen : 0n,
    othersFen: isOpen ? 0n : ofFen - sumOf(seen.map(({ amountFen }) => amountFen)),
  }
}

const agreementOf = ({ agreementId, versionId, code, number, title }: UsedVersion) => ({ agreementId, versionId, code, number, title })

/** Everybody who is named in an explanation. */
export const namedIn = ({ before, after, shares }: Evidence): string[] => [
  ...new Set([
    ...shares.map(({ partyId }) => partyId),
    ...[...before, ...after].flatMap(({ fromId, lines }) => [...(fromId ? [fromId] : []), ...lines.map(({ partyId }) => partyId)]),
  ]),
]
