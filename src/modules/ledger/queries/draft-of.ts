import type { Id } from '../../../kernel/id.ts'
import { maskName } from '../../../kernel/masked-name.ts'
import { dateIn, defaultZone, type PlainDate, plusDays } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { type Draft, draftSettlement } from '../commands/draft-settlement.ts'
import { maySeeStatement } from '../domain/reader.ts'
import { dayOf, type PartyStatement, statementsOf } from '../domain/statement.ts'
import { findReader } from '../reader.ts'
import { findCardNames } from '../store/proceeds.ts'
import { findNetworkOf, findSettledUntil } from '../store/settlement.ts'

/** When the running period began: the day after the last settlement, or its first row. */
export async function beginOf(work: Work, networkId: Id<'network'>, { rows }: Draft): Promise<PlainDate> {
  const settledUntil = await findSettledUntil(work, networkId)
  const [first] = rows
  return settledUntil ? plusDays(settledUntil, 1) : first ? dayOf(first.happenedAt) : dateIn(defaultZone, work.now)
}

/** The statement that a party would get if the running period ended now; null: not the reader's to see. */
export async function draftOf(work: Work, networkId: Id<'network'>, partyId: string) {
  const reader = await findReader(work)
  const network = await findNetworkOf(work, networkId)
  if (!network || !maySeeStatement(reader, { networkId, partyId })) return null
  const draft = await draftSettlement(work, networkId, work.now)
  const found = statementsOf(draft.services).find((one) => one.partyId === partyId)
  const statement: PartyStatement = found ?? {
    ...{ partyId, kind: 'institution', lines: [], collectedFen: 0n, totalFen: 0n, versionIds: [] },
  }
  return { reader, network, statement, from: await beginOf(work, networkId, draft) }
}

/** Lines of a draft as a reader sees them, from a place on. */
export async function shownLines(work: Work, cashierId: Id<'institution'>, lines: PartyStatement['lines'], from: number, limit: number) {
  const some = lines.slice(from, from + limit)
  const names = await findCardNames(
    work,
    some.map(({ service }) => service.personId),
    cashierId,
  )
  return some.map(({ service, amountFen }, at) => ({
    ...{ id: service.serviceId, place: from + at + 1, name: service.name },
    maskedName: maskName(names.get(service.personId) ?? ''),
    ...{ serviceDate: service.serviceDate, happenedAt: service.happenedAt },
    ...{ collectedFen: Number(service.collectedFen), amountFen: Number(amountFen) },
  }))
}
