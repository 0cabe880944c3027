import type { Id } from '../../kernel/id.ts'
import { tell, tellAll } from '../../platform/live/index.ts'
import type { Work } from '../../platform/operation/index.ts'
import type { Reader } from './domain/reader.ts'

/** Of a network: postings were sealed. Told by the sealer, so that posting itself waits for nobody. */
export const journalTopic = 'ledger.journal'

/** The running period of a network: what a settlement would do, and drafts of statements. */
export const periodTopic = 'ledger.period'
/** Statements of a party; an operator follows those of its network. */
export const statementsTopic = 'ledger.statements'

/** Whose list a reader follows: her own as a practitioner, else her institution's. */
export const listOwner = ({ actor }: Work, { partyIds }: Reader): string => partyIds[0] ?? actor.accountId

/** Something was collected or given back that the next settlement divides. */
export const tellPeriod = (work: Work, networkId: Id<'network'>): Promise<void> => tell(work, periodTopic, networkId)

/** Statements of parties were made or confirmed: they are told, and who keeps the network's money. */
export const tellStatements = (
  work: Work,
  { id, operatorId }: { readonly id: Id<'network'>; readonly operatorId: Id<'institution'> },
  partyIds: readonly string[],
): Promise<void> =>
  tellAll(work, [{ topic: periodTopic, id }, ...[operatorId, ...partyIds].map((party) => ({ topic: statementsTopic, id: party }))])
