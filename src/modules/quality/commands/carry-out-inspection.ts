import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, instant, nullable, words } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment } from '../../commitments/index.ts'
import { checkAnswers, checkComplete, evidenceKinds, type Inspection, outcomes, scoreOf, sealOf } from '../domain/inspection.ts'
import { inspectionCompleted } from '../events.ts'
import { refuse } from '../refusals.ts'
import { lockInspection, saveAnswers, saveCompleted } from '../store/inspection.ts'
import { findNormVersion, type NormVersion } from '../store/norm.ts'
import { findSeverityRules } from '../store/severity.ts'
import { tellViewers } from '../topics.ts'
import { openFindings } from './open-findings.ts'
import { network } from './overseeing.ts'
import { inspectionToCarryOut } from './plan-inspection.ts'

export const evidenceSchema = T.Array(
  T.Object({ kind: words(evidenceKinds, 'evidenceKind'), text: T.String({ minLength: 1, maxLength: 2000 }) }),
  { maxItems: 20 },
)
export const answerSchema = T.Object({
  itemCode: T.String({ maxLength: 20 }),
  outcome: words(outcomes, 'inspectionOutcome'),
  note: T.String({ maxLength: 4000 }),
  evidence: evidenceSchema,
  indicatorCode: nullable(T.String({ maxLength: 60 })),
})

const permission = 'quality.inspection.carry-out'
const refusals = [
  'platform.not-found',
  'quality.not-your-inspection',
  'quality.inspection-early',
  'quality.inspection-sealed',
  'quality.inspection-withdrawn',
  'quality.inspection-moved-on',
] as const
const version = T.Integer({ minimum: 1, description: 'of the checklist that was changed' })

/** Keeps what is answered so far; the first save begins the inspection. */
export const saveInspection = defineCommand({
  name: 'quality.save-inspection',
  zh: '保存检查表',
  en: 'Save the checklist',
  permission,
  network,
  input: T.Object({ inspectionId: idOf('inspection'), version, answers: T.Array(answerSchema, { maxItems: 200 }) }),
  output: T.Object({ inspectionId: idOf('inspection'), version: T.Integer(), savedAt: instant }),
  refusals: [...refusals, 'quality.item-unknown', 'quality.item-twice'],
  async run(work, { inspectionId, version, answers }) {
    const own = await lockOwn(work, inspectionId, version)
    if (!own.ok) return own
    const { inspection, norm } = own.value
    const fitting = checkAnswers(norm.items, answers)
    if (!fitting.ok) return fitting
    await saveAnswers(work, { ...inspection, state: 'begun', answers, version: version + 1 })
    if (inspection.state === 'planned') await tellViewers(work, inspection.viewerIds)
    return ok({ inspectionId, version: version + 1, savedAt: work.now })
  },
})

/** Seals the checklist as it was last saved; what is not passed becomes a finding that the inspected institution has to mend. */
export const completeInspection = defineCommand({
  name: 'quality.complete-inspection',
  zh: '完成检查',
  en: 'Complete an inspection',
  permission,
  network,
  input: T.Object({ inspectionId: idOf('inspection'), version }),
  output: T.Object({
    inspectionId: idOf('inspection'),
    findings: T.Integer(),
    scoreBasisPoints: nullable(T.Integer()),
    contentHash: T.String(),
  }),
  refusals: [...refusals, 'quality.items-unanswered', 'quality.note-missing'],
  async run(work, { inspectionId, version }) {
    const own = await lockOwn(work, inspectionId, version)
    if (!own.ok) return own
    const { inspection, norm } = own.value
    const complete = checkComplete(norm.items, inspection.answers)
    if (!complete.ok) return complete
    const rules = await findSeverityRules(work, dateIn(defaultZone, work.now))
    const viewerIds = [...new Set([...inspection.viewerIds, inspection.institutionId])]
    const findings = await openFindings(work, { ...inspection, viewerIds }, norm, rules)
    const scoreBasisPoints = scoreOf(norm.items, inspection.answers, findings, rules)
    const contentHash = sealOf(inspection, scoreBasisPoints, work.now)
    await saveCompleted(work, { ...inspection, version: version + 1, viewerIds }, { scoreBasisPoints, contentHash })
    await closeCommitment(work, inspectionToCarryOut, inspectionId, 'kept')
    await tellViewers(work, viewerIds)
    const { institutionId } = inspection
    await work.publish(inspectionCompleted.of(inspectionId, { inspectionId, institutionId, findings: findings.length }))
    return ok({ inspectionId, findings: findings.length, scoreBasisPoints, contentHash })
  },
})

type Own = { readonly inspection: Inspection; readonly norm: NormVersion }

/** The inspection, locked, if the actor is its inspector and it is still to be carried out as he last saw it. */
async function lockOwn(work: Work, id: Id<'inspection'>, version: number): Promise<Result<Own, (typeof refusals)[number]>> {
  const inspection = await lockInspection(work, id)
  const { accountId, institutionId } = work.actor
  if (!inspection || institutionId === null || !inspection.viewerIds.includes(institutionId)) return refusePlatform('platform.not-found')
  if (inspection.state === 'completed') return refuse('quality.inspection-sealed')
  if (inspection.state === 'withdrawn') return refuse('quality.inspection-withdrawn')
  if (inspection.inspectorId !== accountId || inspection.inspectorInstitutionId !== institutionId)
    return refuse('quality.not-your-inspection')
  if (dateIn(defaultZone, work.now) < inspection.day) return refuse('quality.inspection-early', { day: inspection.day })
  if (inspection.version !== version) return refuse('quality.inspection-moved-on')
  return ok({ inspection, norm: present(await findNormVersion(work, inspection.versionId), 'the inspected version') })
}
