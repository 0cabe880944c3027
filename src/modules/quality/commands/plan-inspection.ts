import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import { dateIn, defaultZone, spanOfDays } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf, plainDate } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { findAccountsInRole } from '../../../platform/session/index.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { findOperator } from '../../network/index.ts'
import type { Inspection } from '../domain/inspection.ts'
import { refuse } from '../refusals.ts'
import { findInstitutionNames, insertInspection, lockInspection, saveWithdrawn, worksAt } from '../store/inspection.ts'
import { findNorm, findNormVersion } from '../store/norm.ts'
import { tellViewers } from '../topics.ts'
import { findLookedAfter, findMembers, findSuperiors, network, stepsThrough } from './overseeing.ts'

/** What an inspector owes: the inspection, by the end of its day. */
export const inspectionToCarryOut = 'quality.inspection-to-carry-out'
/** Who may inspect, at an institution of the network that is not the inspected one. */
export const inspectorRoles = ['quality', 'head'] as const
const tierMinutes = 2880

/** Plans an inspection of an institution at a site by an inspector of another one; unannounced, the inspected one learns of it when it is done. */
export const planInspection = defineCommand({
  name: 'quality.plan-inspection',
  zh: '安排检查',
  en: 'Plan an inspection',
  permission: 'quality.inspection.plan',
  network,
  input: T.Object({
    versionId: idOf('normVersion'),
    institutionId: idOf('institution'),
    siteId: idOf('site'),
    day: plainDate,
    inspectorId: idOf('account'),
    inspectorInstitutionId: idOf('institution'),
    announced: T.Boolean(),
  }),
  output: T.Object({ inspectionId: idOf('inspection') }),
  refusals: [
    'platform.not-found',
    'quality.network-not-yours',
    'quality.not-a-member',
    'quality.day-past',
    'quality.site-not-theirs',
    'quality.inspector-of-same-institution',
    'quality.inspector-unknown',
  ],
  async run(work, { versionId, institutionId, siteId, day, inspectorId, inspectorInstitutionId, announced }) {
    const version = await findNormVersion(work, versionId)
    const norm = version && (await findNorm(work, version.normId))
    if (!norm) return refusePlatform('platform.not-found')
    const lookedAfter = await findLookedAfter(work, norm.networkId)
    if (lookedAfter && !lookedAfter.has(institutionId)) return refuse('quality.network-not-yours')
    if (day < dateIn(defaultZone, work.now)) return refuse('quality.day-past')
    const members = await findMembers(work, norm.networkId, day)
    const names = await findInstitutionNames(work, [institutionId, inspectorInstitutionId])
    const nameOf = (id: Id<'institution'>) => ({ institution: names.get(id) ?? id })
    for (const id of [institutionId, inspectorInstitutionId]) if (!members.has(id)) return refuse('quality.not-a-member', nameOf(id))
    if (inspectorInstitutionId === institutionId) return refuse('quality.inspector-of-same-institution', nameOf(institutionId))
    if (!(await worksAt(work, institutionId, siteId))) return refuse('quality.site-not-theirs', nameOf(institutionId))
    const candidates = await findAccountsInRole(work, inspectorRoles, [inspectorInstitutionId])
    if (!candidates.some(({ accountId }) => accountId === inspectorId)) return refuse('quality.inspector-unknown')
    const operatorId = present(await findOperator(work, norm.networkId), 'the operator')
    const plannerInstitutionId = work.actor.institutionId ?? operatorId
    const knows = [inspectorInstitutionId, plannerInstitutionId, operatorId, ...(await findSuperiors(work, norm.networkId, institutionId))]
    const inspection: Inspection = {
      id: work.newId(),
      networkId: norm.networkId,
      versionId,
      institutionId,
      siteId,
      day,
      announced,
      inspectorInstitutionId,
      inspectorId,
      plannerInstitutionId,
      state: 'planned',
      answers: [],
      version: 1,
      completedAt: null,
      viewerIds: announced ? [...new Set([institutionId, ...knows])] : [...new Set(knows)].filter((id) => id !== institutionId),
    }
    await insertInspection(work, inspection)
    await owe(work, inspection, names.get(institutionId), norm.code)
    await tellViewers(work, inspection.viewerIds)
    return ok({ inspectionId: inspection.id })
  },
})

/** The inspector's house owes it until the day is over; what is late goes up past the inspected institution. */
async function owe(
  work: Work,
  { id, networkId, institutionId, inspectorInstitutionId, plannerInstitutionId, day }: Inspection,
  name: { readonly zh: string; readonly en: string } | undefined,
  code: string,
): Promise<void> {
  const above = [plannerInstitutionId, ...(await findSuperiors(work, networkId, institutionId))]
  const others = [...new Set(above)].filter((superior) => superior !== inspectorInstitutionId)
  await promise(work, {
    kind: inspectionToCarryOut,
    subjectId: id,
    owner: inspectorInstitutionId,
    escalatesTo: stepsThrough(others, tierMinutes, institutionId),
    person: null,
    dueAt: spanOfDays(defaultZone, day, day).until,
    label: { zh: `${code} · ${name?.zh ?? ''}`, en: `${code} · ${name?.en ?? ''}` },
  })
}

/** Takes back an inspection that has not begun. */
export const withdrawInspection = defineCommand({
  name: 'quality.withdraw-inspection',
  zh: '撤回检查',
  en: 'Withdraw an inspection',
  permission: 'quality.inspection.plan',
  network,
  input: T.Object({ inspectionId: idOf('inspection'), reason: T.String({ minLength: 2, maxLength: 200 }) }),
  output: T.Object({ inspectionId: idOf('inspection') }),
  refusals: ['platform.not-found', 'quality.inspection-sealed', 'quality.inspection-begun', 'quality.inspection-withdrawn'],
  async run(work, { inspectionId, reason }) {
    const inspection = await lockInspection(work, inspectionId)
    if (!inspection || inspection.plannerInstitutionId !== work.actor.institutionId) return refusePlatform('platform.not-found')
    if (inspection.state === 'completed') return refuse('quality.inspection-sealed')
    if (inspection.state === 'withdrawn') return refuse('quality.inspection-withdrawn')
    if (inspection.state === 'begun') return refuse('quality.inspection-begun')
    await saveWithdrawn(work, inspectionId, reason)
    await closeCommitment(work, inspectionToCarryOut, inspectionId, 'withdrawn')
    await tellViewers(work, inspection.viewerIds)
    return ok({ inspectionId })
  },
})
