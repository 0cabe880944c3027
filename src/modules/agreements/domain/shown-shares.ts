import type { Id } from '../../../kernel/id.ts'
import type { Service, Shares } from './service.ts'

/** Whether an institution has a part in a service or gets a share of it: nobody else is told who gets what. */
export function takesPart(
  institutionId: Id<'institution'> | null,
  { offererId, hostId, resources }: Omit<Service, 'charges'>,
  { parties }: Shares,
): boolean {
  const parts: readonly string[] = [offererId, hostId, ...resources.map(({ ownerId }) => ownerId), ...parties.map(({ partyId }) => partyId)]
  return institutionId !== null && parts.includes(institutionId)
}

/** What an expert receives himself is shown with his institution: the two settle it between them. Fen. */
export function amountsByInstitution({ resources, hostId }: Omit<Service, 'charges'>, { parties }: Shares): Map<string, bigint> {
  const amounts = new Map<string, bigint>()
  for (const { partyId, kind, amountFen } of parties) {
    const id = kind === 'institution' ? partyId : (resources.find((resource) => resource.id === partyId)?.ownerId ?? hostId)
    amounts.set(id, (amounts.get(id) ?? 0n) + amountFen)
  }
  return new Map([...amounts].filter(([, amountFen]) => amountFen !== 0n))
}
