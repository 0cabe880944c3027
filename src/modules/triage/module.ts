import type { Module } from '../../platform/operation/index.ts'
import { assess } from './commands/assess.ts'
import { decide } from './commands/decide.ts'
import { redFlags } from './domain/red-flags.ts'
import { assessmentDecided, assessmentMade } from './events.ts'
import { ask } from './queries/ask.ts'
import { overridePermission } from './queries/ask-booking.ts'
import { findAssessment, listAssessments } from './queries/show-assessments.ts'
import { refusals } from './refusals.ts'

export const triage: Module = {
  name: 'triage',
  zh: '分诊',
  en: 'Triage',
  permissions: {
    'triage.assessment.make': { zh: '描述不适并分诊', en: 'Describe and assess a complaint' },
    'triage.assessment.read': { zh: '查看分诊', en: 'Read assessments' },
    'triage.assessment.decide': { zh: '决定分诊级别和科室', en: 'Decide level and department of an assessment' },
    [overridePermission]: { zh: '写明理由后越过危险信号预约', en: 'Book against a danger sign with a stated reason' },
  },
  refusals,
  events: [assessmentMade, assessmentDecided],
  routes: [
    { method: 'POST', path: '/api/triage/ask', operation: ask }, // what is told never stands in an address
    { method: 'POST', path: '/api/triage/assessments', operation: assess },
    { method: 'GET', path: '/api/triage/assessments', operation: listAssessments },
    { method: 'GET', path: '/api/triage/assessments/:assessmentId', operation: findAssessment },
    { method: 'POST', path: '/api/triage/assessments/:assessmentId/decision', operation: decide },
  ],
  inner: [],
  reactions: [],
  timers: [],
  enums: {
    triageLevel: {
      I: { zh: 'Ⅰ级 急危', en: 'level I, critical' },
      II: { zh: 'Ⅱ级 急重', en: 'level II, emergent' },
      III: { zh: 'Ⅲ级 急症', en: 'level III, urgent' },
      IVa: { zh: 'Ⅳa级 亚急', en: 'level IVa, less urgent' },
      IVb: { zh: 'Ⅳb级 非急', en: 'level IVb, not urgent' },
    },
    triageColour: {
      red: { zh: '红', en: 'red' },
      orange: { zh: '橙', en: 'orange' },
      yellow: { zh: '黄', en: 'yellow' },
      green: { zh: '绿', en: 'green' },
    },
    consciousness: {
      A: { zh: '清醒', en: 'alert' },
      V: { zh: '叫了才应', en: 'answers to voice' },
      P: { zh: '疼痛刺激才应', en: 'answers to pain' },
      U: { zh: '没有反应', en: 'does not respond' },
    },
    vitalJudgement: {
      judged: { zh: '生命体征已计入', en: 'vital signs were judged' },
      'could-not-judge': {
        zh: '14 岁以下：生命体征无法按成人表判定',
        en: 'under 14: vital signs could not be judged by the table for adults',
      },
      'not-measured': { zh: '未测生命体征', en: 'no vital signs were measured' },
    },
    redFlag: Object.fromEntries(Object.entries(redFlags).map(([key, { sign }]) => [key, sign])),
  },
}
