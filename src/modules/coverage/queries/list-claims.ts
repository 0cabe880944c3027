import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { nullable, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { claimStates } from '../domain/claim.ts'
import { countClaims, listClaimRows } from '../store/claim-list.ts'
import { deskTopic } from '../topics.ts'
import { claimRow } from './views.ts'

const limit = 50

/** The claims of the acting institution that are open or have their end, or those in one state; the oldest first. */
export const listClaims = defineQuery({
  name: 'coverage.list-claims',
  zh: '理赔单',
  en: 'Claims',
  permission: 'coverage.claim.read',
  input: T.Object({
    filter: T.Optional(words(['open', 'settled', ...claimStates] as const, 'claimFilter')),
    after: T.Optional(T.String()),
  }),
  output: T.Object({
    live: liveView,
    counts: T.Array(T.Object({ state: words(claimStates, 'claimState'), count: T.Integer() })),
    items: T.Array(claimRow),
    next: nullable(T.String()),
  }),
  refusals: [],
  async run(work, { filter = 'open', after }) {
    const live = await includes(work, deskTopic, work.actor.institutionId ?? work.actor.accountId)
    const [madeAt, id] = parsePageKey(after) ?? []
    const rows = await listClaimRows(work, filter, madeAt && id ? { madeAt, id } : null, limit)
    const counted = await countClaims(work)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return ok({
      live,
      counts: claimStates.map((state) => ({ state, count: counted.get(state) ?? 0 })),
      items: rows.map(({ payerZh, payerEn, claimedFen, answeredFen, paidFen, ...row }) => ({
        ...row,
        payer: { zh: payerZh, en: payerEn },
        claimedFen: Number(claimedFen),
        answeredFen: answeredFen === null ? null : Number(answeredFen),
        paidFen: Number(paidFen),
      })),
      next: last ? pageKey(last.madeAt, last.claimId) : null,
    })
  },
})
