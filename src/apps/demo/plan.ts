import type { PlainDate } from '../../kernel/time.ts'
import type { Terms } from '../../modules/agreements/index.ts'
import type { InstitutionKind, ManagementLine, NetworkKind, Title } from '../../modules/network/index.ts'
import type { Name, NewPerson } from './names.ts'
import type { QualityPlan } from './quality-plan.ts'
import type { Hours } from './week.ts'

/**
 * A whole network as plain data, with names instead of ids: institutions and practitioners go by their Chinese name,
 * sites by their key, offerings and agreements by their code, persons by their place in the list.
 */
export type NetworkPlan = {
  readonly code: string
  readonly kind: NetworkKind
  readonly name: Name
  readonly operator: string
  readonly institutions: readonly PlannedInstitution[]
  /** Who looks after whom in a line of work; who is not named is looked after by the operator. */
  readonly supervisions?: readonly { readonly institution: string; readonly line: ManagementLine; readonly superior: string }[]
  readonly sites: readonly { readonly key: string; readonly institution: string; readonly name: Name; readonly address: Name }[]
  readonly rooms: readonly PlannedPlace[]
  readonly devices: readonly PlannedPlace[]
  /** One line per pair of sites, the same both ways. */
  readonly travel: readonly { readonly from: string; readonly to: string; readonly minutes: number }[]
  readonly practitioners: readonly PlannedPractitioner[]
  readonly offerings: readonly PlannedOffering[]
  /** Who performs orders of the network. */
  readonly departments: readonly PlannedDepartment[]
  readonly agreements: readonly PlannedAgreement[]
  readonly people: readonly NewPerson[]
  /** Residents beside them, drawn anew from their seed each time they are asked for; visits and accounts name none of them. */
  readonly residents?: { readonly count: number; readonly draw: () => Iterable<NewPerson> }
  /** How many insurers it has contracts with beside the demo's payer. */
  readonly insurers?: number
  /** Bookings of the coming days: a free time `day` days after today, or on the next day that has one. */
  readonly visits: readonly { readonly person: number; readonly offering: string; readonly day: number }[]
  readonly accounts: readonly PlannedAccount[]
  /** What has happened in its quality so far. */
  readonly quality?: QualityPlan
}

export type PlannedInstitution = {
  readonly kind: InstitutionKind
  readonly name: Name
  /** `scope` names specialties, as practitioners do. */
  readonly licence: {
    readonly number: string
    readonly scope: readonly string[]
    readonly validFrom: PlainDate
    readonly validUntil: PlainDate
  } | null
}

/** A room or a device at a site; its owner need not be the site's. */
export type PlannedPlace = {
  readonly site: string
  readonly owner: string
  readonly kind: string
  readonly name: Name
  readonly hours: readonly Hours[]
}

export type Filing = { readonly institution: string; readonly validFrom: PlainDate; readonly validUntil: PlainDate }

export type PlannedPractitioner = {
  readonly name: Name
  readonly specialty: string
  readonly title: Title
  readonly licence: string
  readonly main: string
  readonly filings: readonly Filing[]
  readonly rota: readonly ({ readonly site: string } & Hours)[]
  readonly leave: readonly { readonly from: PlainDate; readonly until: PlainDate; readonly reason: Name }[]
}

export type PricePart = {
  readonly category: 'professional' | 'facility' | 'examination' | 'drug' | 'consumable'
  readonly amountFen: number
}

export type PlannedOffering = {
  readonly code: string
  readonly owner: string
  readonly name: Name
  readonly minutes: number
  /** What the patient does before, null where nothing. */
  readonly preparation: Name | null
  readonly setupMinutes: number
  readonly needs: readonly { readonly role: 'expert' | 'room' | 'device'; readonly kind: string }[]
  /** A line of a site goes before one of all sites (null). */
  readonly prices: readonly { readonly site: string | null; readonly title: Title; readonly parts: readonly PricePart[] }[]
}

export type PlannedDepartment = {
  readonly institution: string
  readonly kind: 'laboratory' | 'imaging' | 'drug'
  /** `*`: all that the list of terms has. */
  readonly itemCodes: readonly string[]
}

export type PlannedAgreement = {
  readonly code: string
  readonly title: Name
  readonly parties: readonly { readonly role: string; readonly institution: string }[]
  readonly validFrom: PlainDate
  readonly terms: Terms
}

type PlannedAccount = {
  readonly login: string
  readonly role: string
  readonly name: Name
  readonly institutions: readonly string[]
  readonly practitioner?: string
  readonly person?: number
}
