import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { itemSchema, sectionSchema } from '../commands/publish-norm.ts'
import { confirmationStates } from '../domain/norm.ts'
import { listConfirmations, listNormRows, listNormVersions } from '../store/norm.ts'
import { loopTopic } from '../topics.ts'
import { institutionView } from './views.ts'

const limit = 1000

/** A norm as one of its versions says it, and who has confirmed which. */
export const showNorm = defineQuery({
  name: 'quality.show-norm',
  zh: '规范内容',
  en: 'A norm',
  permission: 'quality.inspection.read',
  input: T.Object({ normId: idOf('norm'), number: T.Optional(T.Integer({ minimum: 1 })) }),
  output: T.Object({
    id: idOf('norm'),
    code: T.String(),
    networkId: idOf('network'),
    issuer: bilingual,
    /** Whether the acting institution publishes its versions. */
    mine: T.Boolean(),
    versionId: idOf('normVersion'),
    number: T.Integer(),
    title: bilingual,
    sections: T.Array(sectionSchema),
    items: T.Array(itemSchema),
    confirmBy: instant,
    publishedAt: instant,
    publishedBy: nullable(bilingual),
    versions: T.Array(T.Object({ number: T.Integer(), publishedAt: instant })),
    /** Open ones first; only what the acting institution may see. */
    confirmations: T.Array(
      T.Object({
        number: T.Integer(),
        institution: institutionView,
        state: words(confirmationStates, 'normConfirmation'),
        dueAt: instant,
        confirmedAt: nullable(instant),
        confirmedBy: nullable(bilingual),
      }),
    ),
    live: liveView,
  }),
  refusals: ['platform.not-found'],
  async run(work, { normId, number }) {
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.not-found')
    const live = await includes(work, loopTopic, institutionId)
    const norm = (await listNormRows(work, institutionId, limit)).find(({ id }) => id === normId)
    const versions = norm ? await listNormVersions(work, normId) : []
    const version = versions.find((one) => number === undefined || one.number === number)
    if (!norm || !version) return refusePlatform('platform.not-found')
    const confirmations = await listConfirmations(work, normId, limit)
    const names = await findAccountNames(work, [version.publishedBy, ...confirmations.flatMap(({ confirmedBy }) => confirmedBy ?? [])])
    return ok({
      id: normId,
      code: norm.code,
      networkId: norm.networkId,
      issuer: norm.issuer,
      mine: norm.issuerId === institutionId,
      versionId: version.id,
      number: version.number,
      title: { zh: version.titleZh, en: version.titleEn },
      sections: [...version.sections],
      items: [...version.items],
      confirmBy: version.confirmBy,
      publishedAt: version.publishedAt,
      publishedBy: names.get(version.publishedBy) ?? null,
      versions: versions.map(({ number, publishedAt }) => ({ number, publishedAt })),
      confirmations: confirmations.map(({ number, institutionId: id, institution, state, dueAt, confirmedAt, confirmedBy }) => ({
        number,
        institution: { id, name: institution },
        state,
        dueAt,
        confirmedAt,
        confirmedBy: confirmedBy ? (names.get(confirmedBy) ?? null) : null,
      })),
      live,
    })
  },
})
