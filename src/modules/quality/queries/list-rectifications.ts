import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { evidenceSchema } from '../commands/carry-out-inspection.ts'
import { nextSteps, rectificationStates, stepKinds } from '../domain/rectification.ts'
import { severities } from '../domain/severity.ts'
import { findRectification, listRectificationRows, listSteps } from '../store/rectification.ts'
import { loopTopic, rectificationTopic } from '../topics.ts'
import { rectificationView, viewOfRectification } from './views.ts'

const limit = 50

/** Rectifications that the acting institution may see: the open ones with the clock that breaks first, or the closed ones; also of one indicator. */
export const listRectifications = defineQuery({
  name: 'quality.list-rectifications',
  zh: '整改列表',
  en: 'Rectifications',
  permission: 'quality.inspection.read',
  input: T.Object({
    shows: T.Optional(words(['open', 'closed'], 'rectificationFilter')),
    state: T.Optional(words(rectificationStates, 'rectificationState')),
    severity: T.Optional(words(severities, 'findingSeverity')),
    indicatorCode: T.Optional(T.String({ maxLength: 60 })),
    after: T.Optional(T.String()),
  }),
  output: T.Object({ ...page(rectificationView).properties, live: liveView }),
  refusals: ['platform.role-not-held'],
  async run(work, { shows, state, severity, indicatorCode, after }) {
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const live = await includes(work, loopTopic, institutionId)
    const closed = shows === 'closed'
    const [at, id] = parsePageKey(after) ?? []
    const rows = await listRectificationRows(work, { closed, state, severity, indicatorCode }, at && id ? { at, id } : null, limit + 1)
    const items = rows.slice(0, limit).map(viewOfRectification)
    const last = items.at(-1)
    const key = last && (closed ? last.closedAt : last.dueAt)
    return ok({ items, next: rows.length > limit && last && key ? pageKey(key, last.id) : null, live })
  },
})

/** A rectification with all that has happened to it, and what the actor may do next. */
export const showRectification = defineQuery({
  name: 'quality.show-rectification',
  zh: '整改详情',
  en: 'A rectification',
  permission: 'quality.inspection.read',
  input: T.Object({ rectificationId: idOf('rectification') }),
  output: T.Object({
    ...rectificationView.properties,
    next: T.Array(words(['plan', 'evidence', 'recheck'], 'rectificationNext')),
    steps: T.Array(
      T.Object({
        position: T.Integer(),
        step: words(stepKinds, 'rectificationStep'),
        state: words(rectificationStates, 'rectificationState'),
        round: T.Integer(),
        at: instant,
        /** Null: time alone. */
        by: nullable(bilingual),
        /** Of who did it; to whom it went. */
        institution: nullable(bilingual),
        role: nullable(T.String()),
        note: nullable(T.String()),
        evidence: evidenceSchema,
        dueAt: instant,
      }),
    ),
    live: liveView,
  }),
  refusals: ['platform.not-found'],
  async run(work, { rectificationId }) {
    const live = await includes(work, rectificationTopic, rectificationId)
    const found = await findRectification(work, rectificationId)
    if (!found) return refusePlatform('platform.not-found')
    const steps = await listSteps(work, rectificationId)
    const names = await findAccountNames(
      work,
      steps.flatMap(({ accountId }) => accountId ?? []),
    )
    return ok({
      ...viewOfRectification(found),
      next: [...nextSteps(found, work.actor)],
      steps: steps.map(({ position, step, state, round, at, accountId, institution, role, note, evidence, dueAt }) => ({
        ...{ position, step, state, round, at, institution, role, note, dueAt },
        by: accountId ? (names.get(accountId) ?? null) : null,
        evidence: [...evidence],
      })),
      live,
    })
  },
})
