import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { confirmationStates } from '../domain/norm.ts'
import { listNormRows } from '../store/norm.ts'
import { loopTopic } from '../topics.ts'

const limit = 200

/** Norms of the networks of the acting institution by their newest version, those it still has to confirm first. */
export const listNorms = defineQuery({
  name: 'quality.list-norms',
  zh: '规范列表',
  en: 'Norms of the network',
  permission: 'quality.inspection.read',
  input: T.Object({}),
  output: T.Object({
    items: T.Array(
      T.Object({
        id: idOf('norm'),
        code: T.String(),
        networkId: idOf('network'),
        issuer: bilingual,
        versionId: idOf('normVersion'),
        number: T.Integer(),
        title: bilingual,
        items: T.Integer(),
        publishedAt: instant,
        confirmBy: instant,
        /** Of the acting institution; null: it was not asked. */
        own: nullable(words(confirmationStates, 'normConfirmation')),
        /** What boards name when they ask for it. */
        ownId: nullable(idOf('normConfirmation')),
        /** As far as the acting institution may see. */
        sent: T.Integer(),
        confirmed: T.Integer(),
      }),
    ),
    live: liveView,
  }),
  refusals: ['platform.role-not-held'],
  async run(work) {
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const live = await includes(work, loopTopic, institutionId)
    const rows = await listNormRows(work, institutionId, limit)
    return ok({ items: rows.map(({ issuerId: _issuer, ...row }) => row), live })
  },
})
