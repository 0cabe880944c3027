import type { Title } from '../../modules/network/index.ts'
import type { Name } from './names.ts'
import type { PlannedOffering, PricePart } from './plan.ts'

/** An offering as a line a person can check. Prices are in yuan. */
export type OfferingLine = Name & {
  readonly code: string
  readonly owner: string
  readonly minutes: number
  readonly setup?: number
  readonly expert: string
  readonly room: string
  readonly device?: string
  /** The practitioner's part by her title; who has none does not give it. */
  readonly professional: Partial<Record<Title, number>>
  readonly others?: Partial<Record<Exclude<PricePart['category'], 'professional'>, number>>
  /** Sites where the facility costs otherwise. */
  readonly facilityAt?: Readonly<Record<string, number>>
  readonly preparation?: Name
}

export function planOffering(line: OfferingLine): PlannedOffering {
  const { code, owner, zh, en, minutes, setup = 0, expert, room, device, preparation = null, facilityAt = {} } = line
  const needs: PlannedOffering['needs'] = [
    { role: 'expert', kind: expert },
    { role: 'room', kind: room },
    ...(device ? [{ role: 'device' as const, kind: device }] : []),
  ]
  const prices = [null, ...Object.keys(facilityAt)].flatMap((site) => pricesAt(line, site))
  return { code, owner, name: { zh, en }, minutes, preparation, setupMinutes: setup, needs, prices }
}

function pricesAt({ professional, others = {}, facilityAt = {} }: OfferingLine, site: string | null): PlannedOffering['prices'] {
  const facility = site === null ? {} : { facility: facilityAt[site] }
  const yuan = (Object.entries(professional) as [Title, number][]).map(([title, amount]) => ({
    title,
    parts: { professional: amount, ...others, ...facility } as Record<PricePart['category'], number>,
  }))
  return yuan.map(({ title, parts }) => ({
    site,
    title,
    parts: (Object.entries(parts) as [PricePart['category'], number][]).map(([category, amount]) => ({
      category,
      amountFen: amount * 100,
    })),
  }))
}
