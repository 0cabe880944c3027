import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../../platform/operation/index.ts'

/** Reads the statements of its institution; at the operator of a network those of all parties. */
export const wideReading = 'ledger.statement.read'

/** Who reads statements. */
export type Reader = {
  /** Parties whose statements are hers: herself as a practitioner; with the right to it, her institution. */
  readonly partyIds: readonly string[]
  /** Networks whose money she keeps: all statements of them. */
  readonly networkIds: readonly string[]
  /** In whose name she acts: its agreements are hers to read. */
  readonly institutionId: string | null
}

/** What an actor may read: without the wider permission her own as a practitioner, with it her institution's, at an operator's all. */
export function readerOf(
  { permissions, institutionId, kind }: Actor,
  practitionerId: Id<'practitioner'> | null,
  operatedIds: readonly Id<'network'>[],
): Reader {
  const wide = kind === 'system' || permissions.has(wideReading)
  return {
    partyIds: [...(practitionerId ? [practitionerId] : []), ...(wide && institutionId ? [institutionId] : [])],
    networkIds: wide ? operatedIds : [],
    institutionId,
  }
}

export const maySeeStatement = ({ partyIds, networkIds }: Reader, of: { readonly partyId: string; readonly networkId: string }): boolean =>
  partyIds.includes(of.partyId) || networkIds.includes(of.networkId)

/** Whether a reader sees how an agreement divides: she keeps the network's money, acts for one of its parties, or gets something by it. */
export const maySeeStage = (
  { networkIds, partyIds, institutionId }: Reader,
  networkId: string,
  parties: readonly string[],
  receivers: readonly string[],
): boolean =>
  networkIds.includes(networkId) ||
  (institutionId !== null && parties.includes(institutionId)) ||
  receivers.some((partyId) => partyIds.includes(partyId))
