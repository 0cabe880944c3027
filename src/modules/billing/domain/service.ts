import type { Id } from '../../../kernel/id.ts'
import type { Name } from '../../../kernel/result.ts'
import type { Instant, PlainDate } from '../../../kernel/time.ts'
import type { ChargeCategory, Service } from '../../agreements/index.ts'

/** Code systems of what a department performs. */
export const itemSystems = ['lab', 'imaging', 'drug'] as const
export type ItemSystem = (typeof itemSystems)[number]
export type SystemCode = { readonly system: ItemSystem; readonly code: string }
export const itemKey = ({ system, code }: SystemCode): string => `${system}:${code}`

export const chargeSystems = ['service', ...itemSystems] as const

/** One line of what a service costs: the list price of its whole quantity, fen. */
export type Charge = {
  readonly chargeId: Id<'charge'>
  readonly name: Name
  readonly category: ChargeCategory
  readonly system: (typeof chargeSystems)[number]
  readonly itemCode: string
  readonly quantity: number
  readonly amountFen: bigint
}

/** What a service is delivered for: there is one service per visit and per order. */
export type ServiceSubject = { readonly kind: 'visit' | 'order'; readonly id: string }

/** What is delivered as one, with what it costs. */
export type PricedService = {
  readonly serviceDate: PlainDate
  readonly at: Instant
  readonly name: Name
  /** What the agreements divide, without its charges. */
  readonly service: Omit<Service, 'charges' | 'names'>
  readonly charges: readonly Charge[]
}

export type DeliveredService = PricedService & {
  readonly subject: ServiceSubject
  readonly visitId: Id<'visit'>
  readonly personId: Id<'person'>
  readonly networkId: Id<'network'>
}

/** All institutions that have a part in a service. */
export const partsOf = ({ hostId, offererId, resources }: PricedService['service']): Id<'institution'>[] => [
  ...new Set([hostId, offererId, ...resources.map(({ ownerId }) => ownerId)]),
]
