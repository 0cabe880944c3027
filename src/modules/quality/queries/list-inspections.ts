import { Type as T } from 'typebox'
import { ok } from '../../../kernel/result.ts'
import { includes, liveView } from '../../../platform/live/index.ts'
import { defineQuery, type Work } from '../../../platform/operation/index.ts'
import { bilingual, idOf, instant, nullable, page, pageKey, parsePageKey, plainDate, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findAccountNames } from '../../../platform/session/index.ts'
import { answerSchema } from '../commands/carry-out-inspection.ts'
import { itemSchema } from '../commands/publish-norm.ts'
import { inspectionStates } from '../domain/inspection.ts'
import { findInspection, type InspectionRow, listInspectionRows } from '../store/inspection.ts'
import { findNormVersion } from '../store/norm.ts'
import { listOfInspection } from '../store/rectification.ts'
import { loopTopic } from '../topics.ts'
import { institutionView, rectificationView, viewOfRectification } from './views.ts'

const limit = 50

const inspectionView = T.Object({
  id: idOf('inspection'),
  day: plainDate,
  state: words(inspectionStates, 'inspectionState'),
  announced: T.Boolean(),
  institution: institutionView,
  site: bilingual,
  norm: bilingual,
  normId: idOf('norm'),
  normCode: T.String(),
  normNumber: T.Integer(),
  items: T.Integer(),
  answered: T.Integer(),
  inspector: T.Object({ name: nullable(bilingual), institution: institutionView }),
  /** Whether the actor carries it out; whether the actor may withdraw it. */
  mine: T.Boolean(),
  withdrawable: T.Boolean(),
  scoreBasisPoints: nullable(T.Integer()),
  findings: T.Integer(),
  openRectifications: T.Integer(),
})
type InspectionView = T.Static<typeof inspectionView>

async function viewsOf(work: Work, rows: readonly InspectionRow[]): Promise<InspectionView[]> {
  const names = await findAccountNames(
    work,
    rows.map(({ inspectorId }) => inspectorId),
  )
  const { accountId, institutionId: own } = work.actor
  return rows.map((row) => {
    const { id, day, state, announced, site, norm, normId, normCode, items, answered, scoreBasisPoints, findings, openRectifications } = row
    return {
      ...{ id, day, state, announced, site, norm, normId, normCode, items, answered, scoreBasisPoints, findings, openRectifications },
      normNumber: row.number,
      institution: { id: row.institutionId, name: row.institution },
      inspector: {
        name: names.get(row.inspectorId) ?? null,
        institution: { id: row.inspectorInstitutionId, name: row.inspectorInstitution },
      },
      mine: row.inspectorId === accountId && row.inspectorInstitutionId === own && (state === 'planned' || state === 'begun'),
      withdrawable: row.plannerInstitutionId === own && state === 'planned',
    }
  })
}

/** Inspections that the acting institution may know of: those to come, or those that are done. */
export const listInspections = defineQuery({
  name: 'quality.list-inspections',
  zh: '检查列表',
  en: 'Inspections',
  permission: 'quality.inspection.read',
  input: T.Object({ shows: words(['open', 'done'], 'inspectionFilter'), after: T.Optional(T.String()) }),
  output: T.Object({ ...page(inspectionView).properties, live: liveView }),
  refusals: ['platform.role-not-held'],
  async run(work, { shows, after }) {
    const { institutionId } = work.actor
    if (!institutionId) return refusePlatform('platform.role-not-held')
    const live = await includes(work, loopTopic, institutionId)
    const [day, id] = parsePageKey(after) ?? []
    const rows = await listInspectionRows(work, shows === 'open', day && id ? { day, id } : null, limit + 1)
    const items = await viewsOf(work, rows.slice(0, limit))
    const last = items.at(-1)
    return ok({ items, next: rows.length > limit && last ? pageKey(last.day, last.id) : null, live })
  },
})

/** An inspection with its checklist as the inspected version says it, the answers, and what was found. */
export const showInspection = defineQuery({
  name: 'quality.show-inspection',
  zh: '检查详情',
  en: 'An inspection',
  permission: 'quality.inspection.read',
  input: T.Object({ inspectionId: idOf('inspection') }),
  output: T.Object({
    ...inspectionView.properties,
    version: T.Integer(),
    savedAt: nullable(instant),
    completedAt: nullable(instant),
    endReason: nullable(T.String()),
    contentHash: nullable(T.String()),
    checklist: T.Array(itemSchema),
    answers: T.Array(answerSchema),
    rectifications: T.Array(rectificationView),
  }),
  refusals: ['platform.not-found'],
  async run(work, { inspectionId }) {
    const found = await findInspection(work, inspectionId)
    const norm = found && (await findNormVersion(work, found.versionId))
    const [view] = found ? await viewsOf(work, [found]) : []
    if (!found || !norm || !view) return refusePlatform('platform.not-found')
    const { version, savedAt, completedAt, endReason, contentHash, answers } = found
    return ok({
      ...view,
      ...{ version, savedAt, completedAt, endReason, contentHash },
      checklist: [...norm.items],
      answers: answers.map(({ evidence, ...answer }) => ({ ...answer, evidence: [...evidence] })),
      rectifications: (await listOfInspection(work, inspectionId)).map(viewOfRectification),
    })
  },
})
