import type { Id } from '../../../kernel/id.ts'
import { ratesOf, receiversOf, roleText, sentencesOf } from './sentence.ts'
import type { AgreementVersion, Name, Receiver } from './service.ts'
import type { Split, Step, Use } from './terms.ts'
import type { Tiers } from './tier.ts'

/** A role that receives: a party of the agreement, or one that the service fills (receiver null). Account 0 is the base. */
export type Account = { readonly role: string; readonly text: Name; readonly receiver: Receiver | null }

export type CompiledStep = {
  readonly place: string
  readonly step: Step['step']
  readonly sentence: Name
  /** Places of accounts. */
  readonly source: number
  readonly receivers: readonly number[]
  readonly rates: readonly string[]
  /** Basis points or parts, one per receiver. */
  readonly weights: readonly bigint[]
  readonly amountFen: bigint
  readonly tiers: Tiers
}
export type CompiledLess = { readonly place: string; readonly sentence: Name; readonly category: string; readonly receiver: number }
export type CompiledSplit = {
  /** Null: it divides the bill. */
  readonly dividesPartyId: string | null
  /** Null: every offering. */
  readonly offerings: ReadonlySet<string> | null
  /** Null: whoever the expert is. */
  readonly expertsPartyId: string | null
  readonly accounts: readonly Account[]
  readonly less: readonly CompiledLess[]
  readonly steps: readonly CompiledStep[]
}
export type CompiledUse = {
  readonly place: string
  readonly sentence: Name
  readonly entry: Use
  readonly userId: string
  readonly ownerId: string
}

/** A version whose terms are prepared once, so that each service is priced and explained quickly. */
export type TermsInForce = AgreementVersion & {
  readonly partyIds: ReadonlySet<string>
  readonly compiled: { readonly uses: readonly CompiledUse[]; readonly split: CompiledSplit | null }
}

/** Prepares the terms of a version; they have passed `checkTerms`. */
export function compileTerms(version: AgreementVersion): TermsInForce {
  const { terms, parties } = version
  const sentences = new Map(sentencesOf(terms, parties).map(({ place, zh, en }) => [place, { zh, en }]))
  const sentenceAt = (place: string): Name => sentences.get(place) ?? { zh: place, en: place }
  const idOf = (role: string): Id<'institution'> | undefined => parties.find((party) => party.role === role)?.partyId
  const uses = terms.use.map((entry, index) => {
    const place = `use[${index}]`
    return { place, sentence: sentenceAt(place), entry, userId: idOf(entry.user) ?? '', ownerId: idOf(entry.owner) ?? '' }
  })
  const accountOf = (role: string): Account => {
    const partyId = idOf(role)
    return { role, text: roleText(role, parties), receiver: partyId ? { partyId, kind: 'institution' } : null }
  }
  const split = terms.split ? compileSplit(terms.split, accountOf, sentenceAt, idOf) : null
  return { ...version, partyIds: new Set(parties.map(({ partyId }) => partyId)), compiled: { uses, split } }
}

function compileSplit(
  { divides, offerings, experts, less, steps }: Split,
  accountOf: (role: string) => Account,
  sentenceAt: (place: string) => Name,
  idOf: (role: string) => string | undefined,
): CompiledSplit {
  const roles = ['base', ...new Set([...less.map(({ to }) => to), ...steps.flatMap(receiversOf)])]
  return {
    dividesPartyId: divides === 'bill' ? null : (idOf(divides) ?? ''),
    offerings: offerings.length > 0 ? new Set(offerings) : null,
    expertsPartyId: experts === undefined ? null : (idOf(experts) ?? ''),
    accounts: roles.map(accountOf),
    less: less.map(({ category, to }, index) => {
      const place = `split.less[${index}]`
      return { place, sentence: sentenceAt(place), category, receiver: roles.indexOf(to) }
    }),
    steps: steps.map((step, index) => {
      const place = `split.steps[${index}]`
      return {
        place,
        step: step.step,
        sentence: sentenceAt(place),
        source: roles.indexOf(step.of),
        receivers: receiversOf(step).map((role) => roles.indexOf(role)),
        rates: ratesOf(step),
        weights: weightsOf(step),
        amountFen: step.step === 'fixed' ? BigInt(step.amountFen) : 0n,
        tiers:
          step.step === 'tier'
            ? step.tiers.map(({ upToFen, basisPoints }) => ({
                upToFen: upToFen === null ? null : BigInt(upToFen),
                basisPoints: BigInt(basisPoints),
              }))
            : [],
      }
    }),
  }
}

function weightsOf(step: Step): bigint[] {
  if (step.step === 'percent') return step.to.map(({ basisPoints }) => BigInt(basisPoints))
  return step.step === 'remainder' ? step.to.map(({ parts }) => BigInt(parts)) : [1n]
}
