import type { Id } from '../../../kernel/id.ts'
import type { Span } from '../../../kernel/time.ts'
import type { ResourceRole, Title } from '../../network/index.ts'

/** An expert, room or device that can be promised. */
export type Resource = {
  readonly id: Id<'resource'>
  readonly role: ResourceRole
  /** Specialty of an expert, kind of a room or device. */
  readonly kind: string
  readonly ownerId: Id<'institution'>
  /** Where a room or device stands; an expert belongs to no site. */
  readonly siteId: Id<'site'> | null
  readonly title: Title | null
  readonly name: { readonly zh: string; readonly en: string }
  /** Institutions where an expert may practise on the day: her own and those with a filing in force. */
  readonly places: ReadonlySet<string>
}

/** What a resource has on one day: open spans at sites, and what of them is taken. */
export type DayOf = {
  readonly openings: readonly (Span & { readonly siteId: Id<'site'> })[]
  readonly busy: readonly Span[]
}

export type Need = { readonly role: ResourceRole; readonly kind: string }

export type Offering = {
  readonly id: Id<'offering'>
  readonly ownerId: Id<'institution'>
  readonly networkId: Id<'network'>
  readonly name: { readonly zh: string; readonly en: string }
  readonly durationMinutes: number
  readonly needs: readonly Need[]
  /** Price in fen by title of the expert, in force on the day of service. */
  readonly prices: ReadonlyMap<string, number>
}
