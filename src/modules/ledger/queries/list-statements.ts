import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { statementStates } from '../domain/statement.ts'
import { findReader } from '../reader.ts'
import { findMemberNetworks, findSettledUntil } from '../store/settlement.ts'
import { listStatements as findStatements, nameParties } from '../store/statement.ts'
import { listOwner, statementsTopic } from '../topics.ts'
import { partyView, statementView, viewOfStatement } from './views.ts'

const pageSize = 50

/** Why these queries look over a network: the reader is found first, and nothing but what is hers is read. */
export const network = 'a practitioner’s statement is her own wherever she acts, the cashier’s are all of its network'

/** The statements that the reader may see, newest first, and which drafts of the running period are hers. */
export const listStatements = defineQuery({
  name: 'ledger.list-statements',
  zh: '结算单',
  en: 'Statements',
  permission: 'ledger.own-statement.read',
  network,
  input: T.Object({
    state: T.Optional(words(statementStates, 'statementState')),
    partyId: T.Optional(T.String({ format: 'uuid' })),
    after: T.Optional(T.String()),
  }),
  output: T.Object({
    ...page(T.Object(statementView)).properties,
    drafts: T.Array(T.Object({ networkId: idOf('network'), code: T.String(), party: partyView, settledUntil: nullable(plainDate) })),
    live: liveView,
  }),
  refusals: [],
  async run(work, { state, partyId, after }) {
    const reader = await findReader(work)
    const live = await includes(work, statementsTopic, listOwner(work, reader))
    const [until, id] = parsePageKey(after) ?? []
    const found = await findStatements(
      work,
      reader,
      { state: state ?? null, partyId: partyId ?? null },
      until && id ? { until, id } : null,
      pageSize + 1,
    )
    const members = await findMemberNetworks(work, reader.partyIds, dateIn(defaultZone, work.now))
    const names = await nameParties(
      work,
      [...found, ...members].map((one) => one.partyId),
    )
    const last = found.length > pageSize ? found[pageSize - 1] : undefined
    const drafts = await Promise.all(
      members.map(async ({ networkId, code, partyId }) => ({
        ...{ networkId, code, settledUntil: await findSettledUntil(work, networkId) },
        party: { id: partyId, name: { zh: names.get(partyId)?.zh ?? '', en: names.get(partyId)?.en ?? '' } },
      })),
    )
    return ok({
      items: found.slice(0, pageSize).map((one) => viewOfStatement(one, names.get(one.partyId), reader.partyIds.includes(one.partyId))),
      next: last ? pageKey(last.untilDate, last.id) : null,
      drafts,
      live,
    })
  },
})
