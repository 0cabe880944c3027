import { Type as T } from 'typebox'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { idOf, nullable, pageKey, parsePageKey } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { findTermsOf } from '../../agreements/index.ts'
import { findReader } from '../reader.ts'
import { findStatement, listLines, nameParties } from '../store/statement.ts'
import { listOwner, statementsTopic } from '../topics.ts'
import { network } from './list-statements.ts'
import { agreementsView, lineView, statementView, viewOfLine, viewOfStatement } from './views.ts'

const pageSize = 100

/** One statement: what it sums to, by which agreements, whether the reader can confirm it, and its lines, newest first. */
export const showStatement = defineQuery({
  name: 'ledger.show-statement',
  zh: '结算单详情',
  en: 'One statement',
  permission: 'ledger.own-statement.read',
  network,
  input: T.Object({ statementId: idOf('statement'), after: T.Optional(T.String()) }),
  output: T.Object({
    ...statementView,
    mayConfirm: T.Boolean(),
    agreements: agreementsView,
    items: T.Array(lineView),
    next: nullable(T.String()),
    live: liveView,
  }),
  refusals: ['platform.not-found'],
  async run(work, { statementId, after }) {
    const reader = await findReader(work)
    const live = await includes(work, statementsTopic, listOwner(work, reader))
    const statement = await findStatement(work, reader, statementId)
    if (!statement) return refuse('platform.not-found')
    const { partyId, state, versionIds } = statement
    const names = await nameParties(work, [partyId])
    const [place] = parsePageKey(after) ?? []
    const lines = await listLines(work, statementId, Number(place ?? 0) || 0, pageSize + 1)
    const last = lines.length > pageSize ? lines[pageSize - 1] : undefined
    const isOwn = reader.partyIds.includes(partyId)
    return ok({
      ...viewOfStatement(statement, names.get(partyId), isOwn),
      mayConfirm: isOwn && state === 'to-confirm' && work.actor.permissions.has('ledger.statement.confirm'),
      agreements: await describeVersions(work, versionIds),
      items: lines.slice(0, pageSize).map(viewOfLine),
      next: last ? pageKey(String(last.place)) : null,
      live,
    })
  },
})

/** The versions that divide the services of a statement. */
export async function describeVersions(work: Work, versionIds: readonly string[]): Promise<T.Static<typeof agreementsView>> {
  return [...(await findTermsOf(work, versionIds)).values()].map(({ agreementId, versionId, code, number, title }) => ({
    agreementId: agreementId as Id<'agreement'>,
    versionId: versionId as Id<'version'>,
    ...{ code, number, title },
  }))
}
