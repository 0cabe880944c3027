import { present } from '../../../kernel/assert.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Name } from '../../../kernel/result.ts'
import type { AccountRef, Transfer } from '../../ledger/index.ts'
import { type LineParts, totalOf } from './bill.ts'

/** How a patient pays; a deposit is what was left in advance. */
export const meansWords = {
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '刷卡', en: 'card' },
  transfer: { zh: '转账', en: 'transfer' },
  deposit: { zh: '预交金', en: 'deposit' },
} as const
export type PaymentMeans = keyof typeof meansWords
export const paymentMeans = Object.keys(meansWords) as [PaymentMeans, ...PaymentMeans[]]
export const moneyMeans = ['cash', 'card', 'transfer'] as const satisfies readonly PaymentMeans[]
export type MoneyMeans = (typeof moneyMeans)[number]

/** Whose accounts a bill moves. */
export type Parties = {
  readonly networkId: AccountRef['networkId']
  readonly collectorId: string
  readonly personId: string
  /** Null: nobody covers the person. */
  readonly payer: { readonly id: string; readonly name: Name } | null
}

const ofCollector = ({ networkId, collectorId }: Parties, purpose: AccountRef['purpose']): AccountRef => ({
  networkId,
  party: { kind: 'institution', id: collectorId },
  purpose,
})
const ofPerson = ({ networkId, personId }: Parties, purpose: AccountRef['purpose']): AccountRef => ({
  networkId,
  party: { kind: 'person', id: personId },
  purpose,
})
const ofPayer = ({ networkId, payer }: Parties): AccountRef => ({
  networkId,
  party: { kind: 'payer', ...present(payer, 'the payer of what he pays') },
  purpose: 'receivable',
})

/** The account in which money of some means lies. */
export function moneyAccount(parties: Parties, means: PaymentMeans): AccountRef {
  if (means === 'deposit') return ofPerson(parties, 'deposit')
  return ofCollector(parties, means === 'transfer' ? 'bank' : means)
}

/** One transfer; a negative amount goes the other way round, nothing is no transfer. */
export function move(debit: AccountRef, credit: AccountRef, amountFen: bigint): Transfer[] {
  if (amountFen === 0n) return []
  return amountFen > 0n ? [{ debit, credit, amountFen }] : [{ debit: credit, credit: debit, amountFen: -amountFen }]
}

/** What a bill, or a change of its lines, asks of patient and payer; what the payer refused is not asked of him. */
export function asked(parties: Parties, lines: readonly LineParts[]): Transfer[] {
  const { patientFen, payerFen, refusedFen } = totalOf(lines)
  const toShare = ofCollector(parties, 'to-share')
  return [
    ...move(ofPerson(parties, 'receivable'), toShare, patientFen),
    ...(parties.payer ? move(ofPayer(parties), toShare, payerFen - refusedFen) : []),
  ]
}

/** The patient pays; a negative amount is paid back. */
export const paid = (parties: Parties, means: PaymentMeans, amountFen: bigint): Transfer[] =>
  move(moneyAccount(parties, means), ofPerson(parties, 'receivable'), amountFen)

/** A deposit is taken; a negative amount is returned. */
export const deposited = (parties: Parties, means: MoneyMeans, amountFen: bigint): Transfer[] =>
  move(moneyAccount(parties, means), ofPerson(parties, 'deposit'), amountFen)

/** The payer pays; a negative amount is taken back by him. */
export const payerPaid = (parties: Parties, amountFen: bigint): Transfer[] =>
  move(ofCollector(parties, 'bank'), ofPayer(parties), amountFen)

/** What the payer refuses is the provider's loss. */
export const payerRefused = (parties: Parties, refused: readonly LineParts[]): Transfer[] =>
  move(ofCollector(parties, 'to-share'), ofPayer(parties), sumOf(refused.map(({ refusedFen }) => refusedFen)))
