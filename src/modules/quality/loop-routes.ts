import type { Module, Route, Words } from '../../platform/operation/index.ts'
import { planRectification, recheckRectification, showRectified } from './commands/answer-rectification.ts'
import { completeInspection, saveInspection } from './commands/carry-out-inspection.ts'
import { confirmNorm } from './commands/confirm-norm.ts'
import { planInspection, withdrawInspection } from './commands/plan-inspection.ts'
import { publishNorm } from './commands/publish-norm.ts'
import { coreSystemWords } from './domain/core-system.ts'
import { listInspections, showInspection } from './queries/list-inspections.ts'
import { listNorms } from './queries/list-norms.ts'
import { listRectifications, showRectification } from './queries/list-rectifications.ts'
import { showNorm } from './queries/show-norm.ts'
import { listInspectors, listLookedAfter } from './queries/show-planning.ts'

/** Norms, inspections, rectifications: the part of the room that closes the loop. */
export const loopRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/quality/norms', operation: listNorms },
  { method: 'GET', path: '/api/quality/norms/:normId', operation: showNorm },
  { method: 'POST', path: '/api/quality/norms', operation: publishNorm },
  { method: 'POST', path: '/api/quality/norms/versions/:versionId/confirm', operation: confirmNorm },
  { method: 'GET', path: '/api/quality/looked-after', operation: listLookedAfter },
  { method: 'GET', path: '/api/quality/inspectors', operation: listInspectors },
  { method: 'GET', path: '/api/quality/inspections', operation: listInspections },
  { method: 'GET', path: '/api/quality/inspections/:inspectionId', operation: showInspection },
  { method: 'POST', path: '/api/quality/inspections', operation: planInspection },
  { method: 'POST', path: '/api/quality/inspections/:inspectionId/withdraw', operation: withdrawInspection },
  { method: 'POST', path: '/api/quality/inspections/:inspectionId/answers', operation: saveInspection },
  { method: 'POST', path: '/api/quality/inspections/:inspectionId/complete', operation: completeInspection },
  { method: 'GET', path: '/api/quality/rectifications', operation: listRectifications },
  { method: 'GET', path: '/api/quality/rectifications/:rectificationId', operation: showRectification },
  { method: 'POST', path: '/api/quality/rectifications/:rectificationId/plan', operation: planRectification },
  { method: 'POST', path: '/api/quality/rectifications/:rectificationId/evidence', operation: showRectified },
  { method: 'POST', path: '/api/quality/rectifications/:rectificationId/recheck', operation: recheckRectification },
]

export const loopPermissions: Readonly<Record<string, Words>> = {
  'quality.norm.publish': { zh: '发布规范', en: 'Publish norms' },
  'quality.norm.confirm': { zh: '代表本机构确认已阅规范', en: 'Confirm for the institution that a norm was read' },
  'quality.inspection.plan': { zh: '安排和撤回检查', en: 'Plan and withdraw inspections' },
  'quality.inspection.carry-out': { zh: '到别的机构检查', en: 'Inspect other institutions' },
  'quality.inspection.read': { zh: '查看规范、检查和整改', en: 'See norms, inspections and rectifications' },
  'quality.rectification.answer': { zh: '提交整改措施和证据', en: 'Answer rectifications of the institution' },
  'quality.rectification.recheck': { zh: '复查别的机构的整改', en: 'Look again at what other institutions mended' },
  'quality.rectification.note-escalation': { zh: '记录整改上升一级（系统）', en: 'Note that a rectification went up (system)' },
}

export const loopEnums: Module['enums'] = {
  findingSeverity: {
    minor: { zh: '一般', en: 'minor' },
    major: { zh: '较重', en: 'major' },
    critical: { zh: '严重', en: 'critical' },
  },
  coreSystem: coreSystemWords,
  normConfirmation: {
    'to-confirm': { zh: '待确认', en: 'to confirm' },
    confirmed: { zh: '已阅', en: 'read' },
    superseded: { zh: '已被取代', en: 'superseded' },
  },
  inspectionState: {
    planned: { zh: '待检查', en: 'planned' },
    begun: { zh: '检查中', en: 'under way' },
    completed: { zh: '已完成', en: 'completed' },
    withdrawn: { zh: '已撤回', en: 'withdrawn' },
  },
  inspectionFilter: { open: { zh: '待检查', en: 'to come' }, done: { zh: '已结束', en: 'done' } },
  inspectionOutcome: {
    passed: { zh: '通过', en: 'passed' },
    'not-passed': { zh: '未通过', en: 'not passed' },
    'not-applicable': { zh: '不适用', en: 'not applicable' },
  },
  evidenceKind: {
    text: { zh: '说明', en: 'words' },
    measurement: { zh: '测量值', en: 'measured value' },
    reference: { zh: '存档', en: 'kept at' },
  },
  rectificationState: {
    'to-rectify': { zh: '待整改', en: 'to rectify' },
    rectifying: { zh: '整改中', en: 'rectifying' },
    'to-recheck': { zh: '待复查', en: 'to re-check' },
    'failed-recheck': { zh: '复查未过', en: 'failed re-check' },
    closed: { zh: '已销号', en: 'closed' },
  },
  rectificationFilter: { open: { zh: '未销号', en: 'open' }, closed: { zh: '已销号', en: 'closed' } },
  rectificationNext: {
    plan: { zh: '提交整改措施', en: 'submit the plan' },
    evidence: { zh: '提交证据', en: 'submit the evidence' },
    recheck: { zh: '复查', en: 'look again' },
  },
  rectificationStep: {
    opened: { zh: '检查发现', en: 'found' },
    'plan-submitted': { zh: '提交措施', en: 'plan submitted' },
    'evidence-submitted': { zh: '提交证据', en: 'evidence submitted' },
    passed: { zh: '复查通过，销号', en: 'looked again, passed: closed' },
    failed: { zh: '复查未过', en: 'looked again, not passed' },
    escalated: { zh: '超时，升一级', en: 'late: one tier up' },
  },
  commitmentKind: {
    'quality.norm-to-confirm': { zh: '规范待确认', en: 'norm to confirm' },
    'quality.inspection-to-carry-out': { zh: '检查待完成', en: 'inspection to carry out' },
    'quality.rectification': { zh: '问题待整改', en: 'finding to rectify' },
    'quality.recheck': { zh: '整改待复查', en: 'rectification to re-check' },
  },
}
