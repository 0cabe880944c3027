import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

export type Product = {
  readonly coveredCategories: readonly string[]
  readonly excludedItems: readonly { readonly system: string; readonly code: string }[]
  readonly copayFen: number
  readonly deductibleFen: number
  readonly coinsuranceBasisPoints: number
  readonly annualLimitFen: number | null
  readonly discountBasisPoints: number
}
export type Member = {
  readonly product: string
  readonly validFrom: string
  readonly validUntil: string | null
  /** Paid at providers outside of the network in this year. */
  readonly elsewhere: { readonly year: number; readonly deductibleFen: number; readonly benefitFen: number }
}

/** What an insurer is told when it begins. */
export type Seed = {
  readonly payerCode: string
  /** By which it knows who asks. */
  readonly token: string
  /** By which it shows who it is when it answers. */
  readonly answerToken: string
  readonly products: Readonly<Record<string, Product>>
  readonly members: Readonly<Record<string, Member>>
}

/** A claim that was decided; one that was replaced counts no longer. */
export type Decided = {
  readonly policyNumber: string
  readonly year: number
  readonly deductibleFen: number
  readonly benefitFen: number
  replaced: boolean
}

type Letter = { readonly key: string; readonly correlationId: string; readonly resource: object }

/** All that the insurer knows: requests by their key, claims by their request, letters that still have to go out in their order. */
export type State = Seed & {
  readonly taken: Record<string, true>
  readonly inbox: { readonly key: string; readonly resource: object }[]
  readonly claims: Record<string, Decided>
  readonly outbox: Letter[]
  /** Letters that we were told never to send again. */
  readonly refused: Letter[]
}

/** The state of the file, or a new one from the seed. @throws Error when there is neither. */
export function loadState(file: string, seedFile: string | null): State {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  if (!seedFile) throw new Error(`There is no state at ${file} yet: name a seed with --seed FILE.`)
  const seed: Seed = JSON.parse(readFileSync(seedFile, 'utf8'))
  const state: State = { ...seed, taken: {}, inbox: [], claims: {}, outbox: [], refused: [] }
  saveState(file, state)
  return state
}

/** Writes the whole state beside the old one and puts it in its place: after a kill there is one or the other. */
export function saveState(file: string, state: State): void {
  const beside = `${file}.new`
  const handle = openSync(beside, 'w', 0o600)
  writeSync(handle, JSON.stringify(state))
  fsyncSync(handle)
  closeSync(handle)
  renameSync(beside, file)
}
