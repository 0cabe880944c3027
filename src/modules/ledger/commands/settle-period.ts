import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { maskName } from '../../../kernel/masked-name.ts'
import { sumOf } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, instantAt, type PlainDate, plus, plusDays } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { promise } from '../../commitments/index.ts'
import { settlementPosting } from '../domain/settlement-posting.ts'
import { dayOf, statementsOf } from '../domain/statement.ts'
import { periodSettled } from '../events.ts'
import { refuse } from '../refusals.ts'
import { findCardNames } from '../store/proceeds.ts'
import { findNetworkOf, insertSettlement, lockPeriod, type NetworkOf, type Period, savePeriod } from '../store/settlement.ts'
import { insertStatements, type NewStatement, nameParties } from '../store/statement.ts'
import { tellStatements } from '../topics.ts'
import { type Draft, draftSettlement } from './draft-settlement.ts'
import { postAll } from './post.ts'

/** What is owed while a statement waits: the word of its party that it is right. */
export const statementToConfirm = 'ledger.statement-to-confirm'
/** Five working days; a calendar of working days does not exist yet. */
const daysToConfirm = 7

/** Settles everything that happened until a day: divides it, posts it, and gives each party a statement to confirm. */
export const settlePeriod = defineCommand({
  name: 'ledger.settle-period',
  zh: '结算账期',
  en: 'Settle a period',
  permission: 'ledger.period.settle',
  network: 'a settlement divides what was collected among all owners of a network',
  input: T.Object({ networkId: idOf('network'), until: plainDate }),
  output: T.Object({
    settlementId: idOf('settlement'),
    services: T.Integer(),
    statements: T.Integer(),
    unshared: T.Integer({ description: 'services that no agreement divides; they wait' }),
  }),
  refusals: ['platform.not-found', 'ledger.period-not-over', 'ledger.period-settled', 'ledger.nothing-to-settle'],
  async run(work, { networkId, until }) {
    const network = await findNetworkOf(work, networkId)
    if (!network || !keepsMoneyOf(work, network)) return refusePlatform('platform.not-found')
    const today = dateIn(defaultZone, work.now)
    if (until >= today) return refuse('ledger.period-not-over', { today, until })
    const period = await lockPeriod(work, networkId)
    const { settledUntil } = period
    if (settledUntil !== null && until <= settledUntil) return refuse('ledger.period-settled', { settledUntil })
    const draft = await draftSettlement(work, networkId, instantAt(defaultZone, plusDays(until, 1), '00:00'))
    const [first] = draft.rows
    if (!first) return refuse('ledger.nothing-to-settle', { until, unshared: draft.unshared.length })
    const from = settledUntil === null ? dayOf(first.happenedAt) : plusDays(settledUntil, 1)
    const { id, statements } = await write(work, network, { period, from, until }, draft)
    await work.publish(periodSettled.of(networkId, { settlementId: id, networkId, until }))
    return ok({ settlementId: id, services: draft.services.length, statements, unshared: draft.unshared.length })
  },
})

/** The operator of a network keeps its money. */
export const keepsMoneyOf = ({ actor }: Work, { operatorId }: NetworkOf): boolean =>
  actor.kind === 'system' || actor.institutionId === operatorId

type Span = { readonly period: Period; readonly from: PlainDate; readonly until: PlainDate }

async function write(work: Work, network: NetworkOf, { period, from, until }: Span, { rows, services }: Draft) {
  const id = work.newId<'settlement'>()
  const collectedFen = sumOf(services.map((service) => service.collectedFen))
  const settlement = { id, network, from, until, collectedFen }
  const personIds = [...new Set(services.map(({ personId }) => personId))]
  const names = await findCardNames(work, personIds, network.operatorId)
  const settledServiceOf = await insertSettlement(work, settlement, rows, services, (personId) => maskName(names.get(personId) ?? ''))
  await postAll(
    work,
    services.flatMap((service) => settlementPosting(network.id, id, until, service) ?? []),
  )
  const statements = statementsOf(services).map((statement, at) => ({
    ...statement,
    id: work.newId<'statement'>(),
    number: statementNumber(network.code, until, period.statements + at + 1),
    dueAt: plus(work.now, { days: daysToConfirm }),
  }))
  await insertStatements(work, settlement, statements, settledServiceOf)
  await oweConfirmation(work, network, statements)
  await tellStatements(
    work,
    network,
    statements.map(({ partyId }) => partyId),
  )
  await savePeriod(work, network.id, { settledUntil: until, statements: period.statements + statements.length })
  return { id, statements: statements.length }
}

/** `S-MALL-20261130-0007` */
const statementNumber = (networkCode: string, until: PlainDate, count: number): string =>
  `S-${networkCode}-${until.replaceAll('-', '')}-${String(count).padStart(4, '0')}`

/** Each party owes its word, of a practitioner the institution she belongs to; after the time the operator does. */
async function oweConfirmation(work: Work, { operatorId }: NetworkOf, statements: readonly NewStatement[]): Promise<void> {
  const names = await nameParties(
    work,
    statements.map(({ partyId }) => partyId),
  )
  for (const { id, number, partyId, dueAt } of statements) {
    const party = names.get(partyId)
    const owner = (party?.ownerId ?? operatorId) as Id<'institution'>
    await promise(work, {
      kind: statementToConfirm,
      subjectId: id,
      owner,
      escalatesTo: owner === operatorId ? null : operatorId,
      person: null,
      dueAt,
      label: { zh: `${number} · ${party?.zh ?? ''}`, en: `${number} · ${party?.en ?? ''}` },
    })
  }
}
