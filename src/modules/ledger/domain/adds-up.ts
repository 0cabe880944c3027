import { sumOf } from '../../../kernel/money.ts'
import type { Share } from '../../agreements/index.ts'
import { type Stage, walk } from './chain.ts'

type Explained = {
  readonly paymentsFen: readonly bigint[]
  readonly chargesFen: readonly bigint[]
  readonly stages: readonly Stage[]
  readonly shares: readonly Share[]
}

/**
 * Whether every step of an explanation gives out what the one before it brought: payments and charges are the same sum, the bill is divided
 * without rest, whoever's holding is divided had received it, and who has what at the end is what the statement lines say.
 */
export function addsUp({ paymentsFen, chargesFen, stages, shares }: Explained): boolean {
  const collected = sumOf(chargesFen)
  const divided = stages.filter(({ kind }) => kind === 'bill')
  const held = walk(stages)
  const said = new Map(shares.map(({ partyId, amountFen }) => [partyId, amountFen]))
  return (
    sumOf(paymentsFen) === collected &&
    sumOf(divided.map(({ ofFen }) => ofFen)) === collected &&
    divided.every(({ keptFen }) => keptFen === 0n) &&
    [...new Set([...held.keys(), ...said.keys()])].every((partyId) => (held.get(partyId) ?? 0n) === (said.get(partyId) ?? 0n)) &&
    sumOf(shares.map(({ amountFen }) => amountFen)) === collected
  )
}
