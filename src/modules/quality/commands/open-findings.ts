import { present } from '../../../kernel/assert.ts'
import type { Id } from '../../../kernel/id.ts'
import { plus } from '../../../kernel/time.ts'
import type { Work } from '../../../platform/operation/index.ts'
import { findAccountsInRole } from '../../../platform/session/index.ts'
import { promise } from '../../commitments/index.ts'
import type { Answer, Deduction, Inspection } from '../domain/inspection.ts'
import type { ChecklistItem } from '../domain/norm.ts'
import type { Rectification } from '../domain/rectification.ts'
import { pointsOf, type SeverityRule, type SeverityRules } from '../domain/severity.ts'
import { stepsAfter, tiersOf } from '../domain/tiers.ts'
import type { NormVersion } from '../store/norm.ts'
import { appendStep, type Finding, findEarlier, insertFinding, insertRectification } from '../store/rectification.ts'
import { findSuperiors } from './overseeing.ts'

/** What the inspected institution owes: that a finding is mended. */
export const rectificationKind = 'quality.rectification'

/** Every item that was not passed becomes a finding with its rectification and its clock; answers what each deducts. */
export async function openFindings(work: Work, inspection: Inspection, norm: NormVersion, rules: SeverityRules): Promise<Deduction[]> {
  const deductions: Deduction[] = []
  for (const answer of inspection.answers) {
    const item = norm.items.find(({ code }) => code === answer.itemCode)
    if (answer.outcome !== 'not-passed' || !item) continue
    const rule = present(rules.get(item.severity), `the rule of ${item.severity}`)
    const finding = await findingOf(work, inspection, norm.normId, item, answer, rule)
    await insertFinding(work, finding)
    await openRectification(work, inspection, finding, rule)
    deductions.push({ itemCode: item.code, points: finding.points })
  }
  return deductions
}

async function findingOf(
  work: Work,
  { id: inspectionId, institutionId, siteId, viewerIds }: Inspection,
  normId: Id<'norm'>,
  { code: itemCode, text, severity, coreSystem, indicatorCode }: ChecklistItem,
  { note, evidence, indicatorCode: ofInspector }: Answer,
  rule: SeverityRule,
): Promise<Finding> {
  const place = { institutionId, siteId, normId, itemCode }
  const repeatOf = await findEarlier(work, place, rule.repeatDays)
  return {
    ...place,
    id: work.newId(),
    inspectionId,
    itemZh: text.zh,
    itemEn: text.en,
    severity,
    coreSystem,
    indicatorCode: ofInspector ?? indicatorCode,
    note,
    evidence,
    points: pointsOf(rule, repeatOf !== null),
    repeatOf,
    ruleFrom: rule.validFrom,
    foundAt: work.now,
    viewerIds,
  }
}

async function openRectification(work: Work, inspection: Inspection, finding: Finding, rule: SeverityRule): Promise<void> {
  const { networkId, institutionId, inspectorInstitutionId, viewerIds } = inspection
  const rectification: Rectification = {
    id: work.newId(),
    networkId,
    institutionId,
    inspectorInstitutionId,
    state: 'to-rectify',
    round: 1,
    dueAt: plus(work.now, { minutes: rule.rectifyMinutes }),
    evidenceBy: null,
    closedAt: null,
    version: 1,
    viewerIds,
  }
  await insertRectification(work, finding.id, rectification)
  const { accountId, institutionId: by } = work.actor
  await appendStep(work, rectification, {
    step: 'opened',
    accountId,
    institutionId: by,
    role: null,
    note: finding.note,
    evidence: finding.evidence,
  })
  await oweRectification(work, rectification, labelOf(finding), rule)
}

/** The institution owes it, who executes first; late, it goes up through supervision and the line quality to the operator. */
export async function oweRectification(
  work: Work,
  { id, networkId, institutionId, dueAt }: Rectification,
  label: { readonly zh: string; readonly en: string },
  rule: SeverityRule,
): Promise<void> {
  const hasHead = (await findAccountsInRole(work, ['head'], [institutionId])).length > 0
  const tiers = tiersOf(institutionId, hasHead, await findSuperiors(work, networkId, institutionId))
  await promise(work, {
    kind: rectificationKind,
    subjectId: id,
    owner: institutionId,
    escalatesTo: stepsAfter(tiers, rule.tierMinutes),
    person: null,
    dueAt,
    role: tiers[0].role ?? 'manager',
    label,
  })
}

/** What boards call it. */
export const labelOf = ({ itemCode, itemZh, itemEn }: Pick<Finding, 'itemCode' | 'itemZh' | 'itemEn'>) => ({
  zh: `${itemCode} · ${itemZh}`,
  en: `${itemCode} · ${itemEn}`,
})
