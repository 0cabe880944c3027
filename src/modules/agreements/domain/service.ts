import type { Id } from '../../../kernel/id.ts'
import type { ChargeCategory, Terms, UsableRole } from './terms.ts'

export type Name = { readonly zh: string; readonly en: string }

/** A line of a bill; a refund is negative. */
export type Charge = { readonly category: ChargeCategory; readonly amountFen: bigint }

/** A party of an agreement in the role that its terms name. */
export type Party = { readonly role: string; readonly partyId: Id<'institution'>; readonly name: Name }

/** One version of one agreement, as it binds its parties on a day. `compileTerms` makes it. */
export type AgreementVersion = {
  readonly agreementId: string
  readonly versionId: string
  readonly code: string
  readonly title: Name
  readonly number: number
  readonly parties: readonly Party[]
  readonly terms: Terms
}

export type ServiceResource = {
  readonly role: UsableRole
  readonly kind: string
  readonly id: string
  readonly ownerId: Id<'institution'>
  readonly name: Name
}

/** One service as it was, or would be, delivered and charged. */
export type Service = {
  readonly offeringCode: string
  /** Where it is delivered; this institution collects the bill. */
  readonly hostId: Id<'institution'>
  /** Whose offering it is. */
  readonly offererId: Id<'institution'>
  readonly minutes: number
  readonly charges: readonly Charge[]
  readonly resources: readonly ServiceResource[]
  /** Names of institutions for refusals, where the agreements do not know them. */
  readonly names?: ReadonlyMap<string, Name>
}

export type Receiver = { readonly partyId: string; readonly kind: 'institution' | 'practitioner' }
export type Share = Receiver & { readonly amountFen: bigint }

/** One receiver's part of one link, with its rate as it reads: `7 %`, `¥50.00`, `5/10`. */
export type Line = Share & { readonly role: string; readonly rate: string }

/** One step of the chain that explains who gets what. */
export type Link = {
  /** Null: no agreement divides, the host keeps the bill. */
  readonly agreementId: string | null
  readonly versionId: string | null
  readonly code: string | null
  readonly number: number | null
  /** Where in the terms: `use[0]`, `split.less[0]`, `split.steps[2]`. */
  readonly place: string
  readonly step: 'collect' | 'less' | 'percent' | 'fixed' | 'tier' | 'remainder' | 'use'
  /** Whose money it gives out; null: the bill's. */
  readonly fromId: string | null
  /** The amount that the step looks at; a tier's next period adds these up. */
  readonly ofFen: bigint
  readonly lines: readonly Line[]
  /** The sentence of the terms. */
  readonly clause: Name
  /** The same with the figures of this service. */
  readonly sentence: Name
}

export type Shares = {
  /** In the order in which they first received; the amounts add up to the bill exactly. */
  readonly parties: readonly Share[]
  readonly links: readonly Link[]
}

/**
 * What a tier has been applied to in the period before this service, by version and place of the step: the sum of `ofFen`. It is told
 * what the step looks at now, so that a settlement can put a service that changed in the place of what it was.
 */
export type SoFar = (versionId: string, place: string, ofFen: bigint) => bigint
