import { sumOf } from '../../../kernel/money.ts'
import type { Link, Name } from '../../agreements/index.ts'
import type { ServiceChange } from './settle.ts'

/** What one party gets in a stage; what was set aside is never divided again. */
export type StageLine = {
  readonly partyId: string
  readonly isAside: boolean
  readonly rates: readonly string[]
  readonly amountFen: bigint
}

/** One division on the way from the bill to a party: all steps of one version over one source, taken together. */
export type Stage = {
  /** Null: no agreement divides, the host keeps the bill. */
  readonly versionId: string | null
  /** Whose money is divided; null: the bill's. */
  readonly fromId: string | null
  readonly kind: 'bill' | 'holding' | 'use'
  readonly ofFen: bigint
  /** What the terms say of it. */
  readonly clauses: readonly Name[]
  readonly lines: readonly StageLine[]
  /** What stays with the source, after what its other lines took. */
  readonly keptFen: bigint
}

/** The stages of a change, bill first: of a refund the same with a minus, of a service that changed the difference. */
export function stagesOf({ before, after }: Pick<ServiceChange, 'before' | 'after'>): Stage[] {
  const groups = new Map<string, Link[]>()
  for (const link of differenceOf(before, after)) {
    const key = [link.versionId, link.fromId, link.step === 'use' ? link.place : ''].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), link])
  }
  return [...groups.values()].map(stageOf).filter(({ ofFen, lines }) => ofFen !== 0n || lines.length > 0)
}

function stageOf(links: readonly Link[]): Stage {
  const [first] = links as [Link]
  const given = links.filter(({ step, ofFen, lines }) => step !== 'less' || (ofFen !== 0n && lines.length > 0))
  const less = given.filter(({ step }) => step === 'less')
  const base = given.find(({ step }) => step !== 'less')
  const ofFen = sumOf(less.map((link) => link.ofFen)) + (base?.ofFen ?? 0n)
  const lines = linesOf(given, first.step === 'use' ? first.fromId : null)
  return {
    versionId: first.versionId,
    fromId: first.fromId,
    kind: first.step === 'use' ? 'use' : first.fromId === null ? 'bill' : 'holding',
    ofFen,
    clauses: given.map(({ clause }) => clause),
    lines,
    keptFen: ofFen - sumOf(lines.map(({ amountFen }) => amountFen)),
  }
}

/** One line per party, and one for what was set aside for it; who pays a fee of use is the source and no line. */
function linesOf(links: readonly Link[], payerId: string | null): StageLine[] {
  const lines = new Map<string, StageLine>()
  for (const { step, lines: given } of links)
    for (const { partyId, rate, amountFen } of given) {
      if (partyId === payerId) continue
      const isAside = step === 'less'
      const key = `${partyId} ${isAside}`
      const known = lines.get(key)
      const rates = [...new Set([...(known?.rates ?? []), rate])]
      lines.set(key, { partyId, isAside, rates, amountFen: (known?.amountFen ?? 0n) + amountFen })
    }
  return [...lines.values()].filter(({ amountFen }) => amountFen !== 0n)
}

/** Each link as it is now minus what it was; terms that are the same have the same links. */
function differenceOf(before: readonly Link[], after: readonly Link[]): Link[] {
  const keyOf = ({ versionId, place, fromId }: Link) => `${versionId} ${place} ${fromId}`
  const was = new Map(before.map((link) => [keyOf(link), link]))
  const is = new Map(after.map((link) => [keyOf(link), link]))
  const changed = after.map((link) => minus(link, was.get(keyOf(link))))
  return [...changed, ...before.filter((link) => !is.has(keyOf(link))).map(negated)]
}

const negated = (link: Link): Link => ({
  ...link,
  ofFen: -link.ofFen,
  lines: link.lines.map((line) => ({ ...line, amountFen: -line.amountFen })),
})

const minus = (link: Link, was: Link | undefined): Link =>
  was ? { ...link, ofFen: link.ofFen - was.ofFen, lines: [...link.lines, ...negated(was).lines] } : link

/** What each party has when the stages have been walked. */
export function walk(stages: readonly Stage[]): Map<string, bigint> {
  const held = new Map<string, bigint>()
  const add = (partyId: string, amountFen: bigint) => held.set(partyId, (held.get(partyId) ?? 0n) + amountFen)
  for (const { fromId, lines } of stages)
    for (const { partyId, amountFen } of lines) {
      if (fromId !== null) add(fromId, -amountFen)
      add(partyId, amountFen)
    }
  return held
}

/** The lines of each stage that lie on the way to a party: its own, and those of whoever's holding is divided for it later. */
export function wayTo(stages: readonly Stage[], target: string): ReadonlySet<StageLine>[] {
  const wanted = new Set([target])
  const ways: ReadonlySet<StageLine>[] = []
  for (const { fromId, lines } of stages.toReversed()) {
    const on = lines.filter(({ partyId, isAside }) => (isAside ? partyId === target : wanted.has(partyId)))
    ways.unshift(new Set(on))
    if (on.length > 0 && fromId !== null) wanted.add(fromId)
  }
  return ways
}
