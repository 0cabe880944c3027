import { Type as T } from 'typebox'
import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { dateIn, defaultZone } from '../../../kernel/time.ts'
import { defineCommand, type Work } from '../../../platform/operation/index.ts'
import { idOf } from '../../../platform/operation/schema.ts'
import { refuse as refusePlatform } from '../../../platform/refusals.ts'
import { closeCommitment, promise } from '../../commitments/index.ts'
import { type Rectification, recheck, type StepKind, submitEvidence, submitPlan } from '../domain/rectification.ts'
import type { SeverityRule } from '../domain/severity.ts'
import { rectificationClosed } from '../events.ts'
import { refuse } from '../refusals.ts'
import { appendStep, type LockedRectification, lockRectification, saveRectification } from '../store/rectification.ts'
import { findSeverityRules } from '../store/severity.ts'
import { tellRectification } from '../topics.ts'
import { evidenceSchema } from './carry-out-inspection.ts'
import { labelOf, oweRectification, rectificationKind } from './open-findings.ts'
import { findSuperiors, network, stepsThrough } from './overseeing.ts'

/** What the inspector's institution owes once evidence is there: to look again. */
export const recheckKind = 'quality.recheck'

const target = { rectificationId: idOf('rectification'), version: T.Integer({ minimum: 1 }) }
const output = T.Object({ rectificationId: idOf('rectification'), version: T.Integer() })
const note = T.String({ minLength: 2, maxLength: 4000 })
const refusals = ['platform.not-found', 'quality.rectification-moved-on'] as const

/** Says how a finding is mended; its clock goes on. */
export const planRectification = defineCommand({
  name: 'quality.plan-rectification',
  zh: '提交整改措施',
  en: 'Submit how it will be mended',
  permission: 'quality.rectification.answer',
  network,
  input: T.Object({ ...target, plan: note }),
  output,
  refusals: [...refusals, 'quality.not-yours-to-mend', 'quality.plan-not-awaited'],
  async run(work, { rectificationId, version, plan }) {
    const found = await lockSeen(work, rectificationId, version)
    if (!found.ok) return found
    const planned = submitPlan(found.value.rectification, work.actor)
    if (!planned.ok) return planned
    await save(work, planned.value, { step: 'plan-submitted', note: plan })
    return ok({ rectificationId, version: planned.value.version })
  },
})

/** Shows that it is mended: the clock of who mends ends, and who inspected has to look again. */
export const showRectified = defineCommand({
  name: 'quality.submit-evidence',
  zh: '提交整改证据',
  en: 'Submit the evidence that it is mended',
  permission: 'quality.rectification.answer',
  network,
  input: T.Object({ ...target, note, evidence: evidenceSchema }),
  output,
  refusals: [...refusals, 'quality.not-yours-to-mend', 'quality.evidence-not-awaited'],
  async run(work, { rectificationId, version, note, evidence }) {
    const found = await lockSeen(work, rectificationId, version)
    if (!found.ok) return found
    const { rectification, rule } = found.value
    const shown = submitEvidence(rectification, work.actor, rule, work.now)
    if (!shown.ok) return shown
    await closeCommitment(work, rectificationKind, rectificationId, 'kept')
    await oweRecheck(work, shown.value, labelOf(rectification), rule)
    await save(work, shown.value, { step: 'evidence-submitted', note, evidence })
    return ok({ rectificationId, version: shown.value.version })
  },
})

/** Says whether it is mended: passing closes the loop, failing begins a new round with a new clock. */
export const recheckRectification = defineCommand({
  name: 'quality.recheck-rectification',
  zh: '复查整改',
  en: 'Look again at what was mended',
  permission: 'quality.rectification.recheck',
  network,
  input: T.Object({ ...target, passed: T.Boolean(), note }),
  output,
  refusals: [...refusals, 'quality.recheck-not-awaited', 'quality.recheck-by-another-institution', 'quality.recheck-by-another-person'],
  async run(work, { rectificationId, version, passed, note }) {
    const found = await lockSeen(work, rectificationId, version)
    if (!found.ok) return found
    const { rectification, rule } = found.value
    const seen = recheck(rectification, work.actor, passed, rule, work.now)
    if (!seen.ok) return seen
    await closeCommitment(work, recheckKind, rectificationId, 'kept')
    if (!passed) await oweRectification(work, seen.value, labelOf(rectification), rule)
    await save(work, seen.value, { step: passed ? 'passed' : 'failed', note })
    const { institutionId } = rectification
    if (passed) await work.publish(rectificationClosed.of(rectificationId, { rectificationId, institutionId }))
    return ok({ rectificationId, version: seen.value.version })
  },
})

type Seen = { readonly rectification: LockedRectification; readonly rule: SeverityRule }

/** The rectification, locked as the actor last saw it, if he may see it; with what its severity means today. */
async function lockSeen(work: Work, id: Id<'rectification'>, version: number): Promise<Result<Seen, (typeof refusals)[number]>> {
  const rectification = await lockRectification(work, id)
  const { institutionId } = work.actor
  if (!rectification || institutionId === null || !rectification.viewerIds.includes(institutionId))
    return refusePlatform('platform.not-found')
  if (rectification.version !== version) return refuse('quality.rectification-moved-on')
  const rules = await findSeverityRules(work, dateIn(defaultZone, work.now))
  return ok({ rectification, rule: present(rules.get(rectification.severity), 'the rule of a severity') })
}

type Said = { readonly step: StepKind; readonly note: string; readonly evidence?: T.Static<typeof evidenceSchema> }

async function save(work: Work, rectification: Rectification, { step, note, evidence = [] }: Said): Promise<void> {
  const { accountId, institutionId } = work.actor
  await saveRectification(work, rectification)
  await appendStep(work, rectification, { step, accountId, institutionId, role: null, note, evidence })
  await tellRectification(work, rectification)
}

/** Late, it goes to those above who look after the mending institution, never to that itself. */
async function oweRecheck(
  work: Work,
  { id, networkId, institutionId, inspectorInstitutionId, dueAt }: Rectification,
  label: { readonly zh: string; readonly en: string },
  rule: SeverityRule,
): Promise<void> {
  const above = (await findSuperiors(work, networkId, institutionId)).filter((superior) => superior !== inspectorInstitutionId)
  await promise(work, {
    kind: recheckKind,
    subjectId: id,
    owner: inspectorInstitutionId,
    escalatesTo: stepsThrough(above, rule.tierMinutes, institutionId),
    person: null,
    dueAt,
    label,
  })
}
