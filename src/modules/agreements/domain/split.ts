import { assert } from '../../../kernel/assert.ts'
import { divideByWeights, percentOf, sumOf, yuan } from '../../../kernel/money.ts'
import type { Account, CompiledSplit, CompiledStep, TermsInForce } from './compile.ts'
import type { Charge, Line, Link, Name, Receiver, Share, SoFar } from './service.ts'
import type { ServiceRole } from './terms.ts'
import { tierOf } from './tier.ts'

/** Who fills the service roles; a role that this service lacks is absent. */
export type Filled = Readonly<Partial<Record<ServiceRole, Receiver>>>

/** What each party has, in the order in which they first received. */
export class Ledger {
  private readonly entries = new Map<string, { receiver: Receiver; amountFen: bigint; setAside: bigint }>()

  add(receiver: Receiver, amountFen: bigint): void {
    const entry = this.entries.get(receiver.partyId)
    if (entry) entry.amountFen += amountFen
    else this.entries.set(receiver.partyId, { receiver, amountFen, setAside: 0n })
  }

  /** Money that no later agreement divides. */
  addAside(receiver: Receiver, amountFen: bigint): void {
    this.add(receiver, amountFen)
    const entry = this.entries.get(receiver.partyId)
    if (entry) entry.setAside += amountFen
  }

  /** Institutions that hold money; parties that receive while this runs come later in it. */
  *institutions(): Iterable<Receiver> {
    for (const { receiver } of this.entries.values()) if (receiver.kind === 'institution') yield receiver
  }

  /** What a party holds and an agreement may divide. */
  divisible(partyId: string): bigint {
    const entry = this.entries.get(partyId)
    return entry ? entry.amountFen - entry.setAside : 0n
  }

  shares(): Share[] {
    return [...this.entries.values()].map(({ receiver: { partyId, kind }, amountFen }) => ({ partyId, kind, amountFen }))
  }
}

/** Fields written out: a spread here is a third of the engine's time. */
export const lineOf = ({ partyId, kind }: Receiver, role: string, rate: string, amountFen: bigint): Line => ({
  partyId,
  kind,
  amountFen,
  role,
  rate,
})

/** An account while one split runs: all it has received, and what it still holds. */
type Running = { readonly account: Account; readonly receiver: Receiver | null; receivedFen: bigint; heldFen: bigint }

type Run = {
  readonly agreement: TermsInForce
  /** Whose holding is divided; null: the bill. */
  readonly holderId: string | null
  readonly accounts: readonly Running[]
  readonly ledger: Ledger
  readonly links: Link[]
}

/** Divides a bill by one agreement: what is taken out before, then its steps over the base. */
export function splitBill(
  agreement: TermsInForce,
  charges: readonly Charge[],
  filled: Filled,
  ledger: Ledger,
  links: Link[],
  soFar: SoFar,
) {
  const split = splitOf(agreement)
  const run: Run = { agreement, holderId: null, accounts: openAccounts(split, filled), ledger, links }
  let base = sumOf(charges.map(({ amountFen }) => amountFen))
  for (const entry of split.less) {
    const amountFen = sumOf(charges.filter(({ category }) => category === entry.category).map((charge) => charge.amountFen))
    const { account, receiver } = run.accounts[entry.receiver] as Running
    const lines: Line[] = []
    if (receiver) {
      base -= amountFen
      ledger.addAside(receiver, amountFen)
      lines.push(lineOf(receiver, account.role, '100 %', amountFen))
    }
    links.push(linkOf(run, entry, 'less', null, amountFen, lines, receiver ? [] : [account]))
  }
  runSteps(run, split, base, soFar)
}

/** Divides what a party holds by one agreement. */
export function splitHolding(agreement: TermsInForce, party: Receiver, filled: Filled, ledger: Ledger, links: Link[], soFar: SoFar) {
  const split = splitOf(agreement)
  const base = ledger.divisible(party.partyId)
  ledger.add(party, -base)
  runSteps({ agreement, holderId: party.partyId, accounts: openAccounts(split, filled), ledger, links }, split, base, soFar)
}

function splitOf({ code, compiled }: TermsInForce): CompiledSplit {
  assert(compiled.split, `${code} divides money`)
  return compiled.split
}

const openAccounts = ({ accounts }: CompiledSplit, filled: Filled): Running[] =>
  accounts.map((account) => ({
    account,
    receiver: account.receiver ?? filled[account.role as ServiceRole] ?? null,
    receivedFen: 0n,
    heldFen: 0n,
  }))

function runSteps(run: Run, { steps }: CompiledSplit, baseFen: bigint, soFar: SoFar): void {
  const base = run.accounts[0] as Running
  base.receivedFen = baseFen
  base.heldFen = baseFen
  for (const step of steps) runStep(run, step, soFar)
  assert(base.heldFen === 0n, `${run.agreement.code} gives out its whole base`)
}

function runStep(run: Run, step: CompiledStep, soFar: SoFar): void {
  const { accounts, ledger } = run
  const source = accounts[step.source] as Running
  const ofFen = step.step === 'remainder' ? source.heldFen : source.receivedFen
  const fromBase = step.source === 0
  const sourceIsThere = fromBase || source.receiver !== null
  const absent: Account[] = sourceIsThere ? [] : [source.account]
  const present: number[] = []
  for (let index = 0; index < step.receivers.length; index += 1) {
    const { receiver, account } = accounts[step.receivers[index] as number] as Running
    if (!receiver) absent.push(account)
    else if (sourceIsThere) present.push(index)
  }
  const negative = (accounts[0] as Running).receivedFen < 0n
  const amounts = present.length > 0 ? amountsOf(step, present, ofFen, negative, soFar(run.agreement.versionId, step.place, ofFen)) : []
  const lines: Line[] = []
  for (let at = 0; at < present.length; at += 1) {
    const index = present[at] as number
    const to = accounts[step.receivers[index] as number] as Running
    const receiver = to.receiver as Receiver
    const amountFen = amounts[at] as bigint
    to.receivedFen += amountFen
    to.heldFen += amountFen
    source.heldFen -= amountFen
    ledger.add(receiver, amountFen)
    if (!fromBase) ledger.add(source.receiver as Receiver, -amountFen)
    lines.push(lineOf(receiver, to.account.role, step.rates[index] as string, amountFen))
  }
  const fromId = fromBase ? run.holderId : (source.receiver?.partyId ?? null)
  run.links.push(linkOf(run, step, step.step, fromId, ofFen, lines, absent))
}

/** What a step gives to each of its receivers that this service has. */
function amountsOf(step: CompiledStep, present: readonly number[], ofFen: bigint, negative: boolean, soFarFen: bigint): bigint[] {
  const weights = present.length === step.weights.length ? step.weights : present.map((index) => step.weights[index] as bigint)
  switch (step.step) {
    case 'percent':
      return divideByWeights(percentOf(ofFen, sumOf(weights)), weights)
    case 'fixed':
      return [negative ? -step.amountFen : step.amountFen]
    case 'tier':
      return [tierOf(ofFen, soFarFen, step.tiers)]
    case 'remainder':
      return divideByWeights(ofFen, weights)
  }
}

/** The sentence of the terms, then the figures: `…：¥1,482.00 → ¥800.28 + ¥340.86`. */
function linkOf(
  { agreement }: Run,
  { place, sentence }: { readonly place: string; readonly sentence: Name },
  step: Link['step'],
  fromId: string | null,
  ofFen: bigint,
  lines: readonly Line[],
  absent: readonly Account[],
): Link {
  let figures = `${yuan(ofFen)} → `
  if (lines.length === 0) figures += '¥0.00'
  for (let index = 0; index < lines.length; index += 1) {
    if (index > 0) figures += ' + '
    figures += yuan((lines[index] as Line).amountFen)
  }
  let zh = `${sentence.zh}：${figures}`
  let en = `${sentence.en}: ${figures}`
  for (const { text } of absent) {
    zh += `；本次没有${text.zh}`
    en += `; this service has no ${text.en.replace(/^the /, '')}`
  }
  const { agreementId, versionId, code, number } = agreement
  return { agreementId, versionId, code, number, place, step, fromId, ofFen, lines, clause: sentence, sentence: { zh, en } }
}
