import { Type as T } from 'typebox'
import { sumOf } from '../../../kernel/money.ts'
import { fillSentence } from '../../../kernel/refusal.ts'
import { ok, type Refusal } from '../../../kernel/result.ts'
import { dateIn, defaultZone, instantAt, plusDays } from '../../../kernel/time.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, nullable, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { refusals as agreementRefusals } from '../../agreements/index.ts'
import { draftSettlement } from '../commands/draft-settlement.ts'
import { keepsMoneyOf } from '../commands/settle-period.ts'
import { statementsOf } from '../domain/statement.ts'
import { findNetworkOf, findOperated, findSettledUntil } from '../store/settlement.ts'
import { nameParties } from '../store/statement.ts'
import { periodTopic } from '../topics.ts'
import { beginOf } from './draft-of.ts'
import { partyView } from './views.ts'

/** What settling until a day would do: how many services, how much, who gets what, and what cannot be divided and why. Writes nothing. */
export const previewSettlement = defineQuery({
  name: 'ledger.preview-settlement',
  zh: '预览结算',
  en: 'Preview a settlement',
  permission: 'ledger.period.settle',
  network: 'a settlement divides what was collected among all owners of a network',
  input: T.Object({ networkId: T.Optional(idOf('network')), until: T.Optional(plainDate) }),
  output: T.Object({
    networkId: idOf('network'),
    networks: T.Array(T.Object({ id: idOf('network'), code: T.String() })),
    fromDate: plainDate,
    untilDate: plainDate,
    settledUntil: nullable(plainDate),
    services: T.Integer(),
    collectedFen: T.Integer(),
    statements: T.Array(T.Object({ party: partyView, lines: T.Integer(), totalFen: T.Integer() })),
    unshared: T.Array(
      T.Object({ serviceId: T.String(), name: bilingual, serviceDate: plainDate, collectedFen: T.Integer(), reason: bilingual }),
    ),
    live: liveView,
  }),
  refusals: ['platform.not-found'],
  async run(work, { networkId, until }) {
    const networks = await findOperated(work, work.actor.institutionId)
    const network = networkId ? await findNetworkOf(work, networkId) : networks[0]
    if (!network || !keepsMoneyOf(work, network)) return refusePlatform('platform.not-found')
    const live = await includes(work, periodTopic, network.id)
    const untilDate = until ?? plusDays(dateIn(defaultZone, work.now), -1)
    const draft = await draftSettlement(work, network.id, instantAt(defaultZone, plusDays(untilDate, 1), '00:00'))
    const statements = statementsOf(draft.services)
    const names = await nameParties(
      work,
      statements.map(({ partyId }) => partyId),
    )
    return ok({
      networkId: network.id,
      networks: networks.map(({ id, code }) => ({ id, code })),
      fromDate: await beginOf(work, network.id, draft),
      untilDate,
      settledUntil: await findSettledUntil(work, network.id),
      services: draft.services.length,
      collectedFen: Number(sumOf(draft.services.map(({ collectedFen }) => collectedFen))),
      statements: statements.map(({ partyId, lines, totalFen }) => ({
        party: { id: partyId, name: { zh: names.get(partyId)?.zh ?? '', en: names.get(partyId)?.en ?? '' } },
        ...{ lines: lines.length, totalFen: Number(totalFen) },
      })),
      unshared: draft.unshared.map(({ row: { serviceId, name, serviceDate, charges }, refusal }) => ({
        ...{ serviceId, name, serviceDate, reason: sentenceOf(refusal) },
        collectedFen: Number(sumOf(charges.map(({ netFen }) => netFen))),
      })),
      live,
    })
  },
})

function sentenceOf({ code, details }: Refusal) {
  const { zh, en } = agreementRefusals[code as keyof typeof agreementRefusals]
  return { zh: fillSentence(zh, details, 'zh'), en: fillSentence(en, details, 'en') }
}
