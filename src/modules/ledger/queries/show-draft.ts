import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { idOf, nullable, pageKey, parsePageKey } from '../../../platform/operation/schema.ts'
import { refuse } from '../../../platform/refusals.ts'
import { explain, namedIn } from '../domain/explain.ts'
import { nameParties } from '../store/statement.ts'
import { periodTopic } from '../topics.ts'
import { draftOf, shownLines } from './draft-of.ts'
import { network } from './list-statements.ts'
import { describeVersions } from './show-statement.ts'
import { agreementsView, headView, lineView, viewOfExplanation, whyView } from './views.ts'

const pageSize = 100
const whose = { networkId: idOf('network'), partyId: T.String({ format: 'uuid' }) }

/** What a party's statement would be if the running period ended now: computed like a settlement, posted nowhere. */
export const showDraft = defineQuery({
  name: 'ledger.show-draft',
  zh: '进行中账期的结算单草稿',
  en: 'Draft statement of the running period',
  permission: 'ledger.own-statement.read',
  network,
  input: T.Object({ ...whose, after: T.Optional(T.String()) }),
  output: T.Object({ ...headView, agreements: agreementsView, items: T.Array(lineView), next: nullable(T.String()), live: liveView }),
  refusals: ['platform.not-found'],
  async run(work, { networkId, partyId, after }) {
    const live = await includes(work, periodTopic, networkId)
    const draft = await draftOf(work, networkId, partyId)
    if (!draft) return refuse('platform.not-found')
    const { statement, reader, from } = draft
    const { zh = '', en = '' } = (await nameParties(work, [partyId])).get(partyId) ?? {}
    const begin = Number(parsePageKey(after)?.[0] ?? 0) || 0
    return ok({
      party: { id: partyId, name: { zh, en } },
      isOwn: reader.partyIds.includes(partyId),
      fromDate: from,
      untilDate: dateIn(defaultZone, work.now),
      lines: statement.lines.length,
      collectedFen: Number(statement.collectedFen),
      totalFen: Number(statement.totalFen),
      agreements: await describeVersions(work, statement.versionIds),
      items: await shownLines(work, draft.network.operatorId, statement.lines, begin, pageSize),
      next: statement.lines.length > begin + pageSize ? pageKey(String(begin + pageSize)) : null,
      live,
    })
  },
})

/** Why a line of the draft is what it is. */
export const showDraftLine = defineQuery({
  name: 'ledger.show-draft-line',
  zh: '草稿中为什么是这个金额',
  en: 'Why a line of the draft is what it is',
  permission: 'ledger.own-statement.read',
  network,
  input: T.Object({ ...whose, serviceId: T.String({ format: 'uuid' }) }),
  output: whyView,
  refusals: ['platform.not-found'],
  async run(work, { networkId, partyId, serviceId }) {
    const draft = await draftOf(work, networkId, partyId)
    const at = draft?.statement.lines.findIndex(({ service }) => service.serviceId === serviceId) ?? -1
    if (!draft || at < 0) return refuse('platform.not-found')
    const { statement, reader } = draft
    const [line] = await shownLines(work, draft.network.operatorId, statement.lines, at, 1)
    const found = statement.lines[at]
    if (!line || !found) return refuse('platform.not-found')
    const { evidence } = found.service
    const names = await nameParties(work, [partyId, ...namedIn(evidence)])
    const { zh = '', en = '' } = names.get(partyId) ?? {}
    return ok({
      ...{ line, number: null, party: { id: partyId, name: { zh, en } }, isOwn: reader.partyIds.includes(partyId) },
      ...viewOfExplanation(explain({ networkId, partyId, evidence }, reader, names)),
    })
  },
})
