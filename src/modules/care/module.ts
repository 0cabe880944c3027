import type { Module } from '../../platform/operation/index.ts'
import { acknowledgeResult } from './commands/acknowledge-result.ts'
import { handleCriticalValue, readBackCriticalValue, reportCriticalValue } from './commands/answer-critical-value.ts'
import { acceptOrder, cancelOrder, collectSpecimen, rejectOrder } from './commands/change-order.ts'
import { draftOrder, dropDraft } from './commands/draft-order.ts'
import { enterResult } from './commands/enter-result.ts'
import { offerService } from './commands/offer-service.ts'
import { recordAllergy, refuteAllergy } from './commands/record-allergy.ts'
import { signOrders } from './commands/sign-orders.ts'
import { verifyResult } from './commands/verify-result.ts'
import { addAddendum, saveDraft, signNote } from './commands/write-note.ts'
import { criticalStateWords } from './domain/critical-value.ts'
import { orderKindWords, orderStateWords } from './domain/order.ts'
import { vitalSigns } from './domain/vital-sign.ts'
import { criticalValueReadBack, criticalValueReported, noteSigned, orderEnded, ordersSigned, resultReleased } from './events.ts'
import { checkBasket } from './queries/check-basket.ts'
import { listDepartments } from './queries/list-departments.ts'
import { listMyResults, listResults } from './queries/list-results.ts'
import { listWorklist } from './queries/list-worklist.ts'
import { quoteBasket } from './queries/quote-basket.ts'
import { showConsultation } from './queries/show-consultation.ts'
import { showOrder } from './queries/show-order.ts'
import { refusals } from './refusals.ts'
import { careInvariants } from './store/invariants.ts'

const vitalSignWords = Object.fromEntries(Object.entries(vitalSigns).map(([sign, { zh, en }]) => [sign, { zh, en }]))

export const care: Module = {
  name: 'care',
  zh: '诊疗',
  en: 'Care',
  permissions: {
    'care.consultation.open': { zh: '打开门诊工作台', en: 'Open a consultation' },
    'care.note.write': { zh: '书写和签署病历', en: 'Write and sign notes' },
    'care.allergy.record': { zh: '登记和更正过敏', en: 'Record and refute allergies' },
    'care.order.sign': { zh: '开立、签署和取消医嘱', en: 'Draft, sign and cancel orders' },
    'care.order.read': { zh: '查看医嘱', en: 'Read orders' },
    'care.result.read': { zh: '阅读结果，回读和处置危急值', en: 'Read results, read back and handle critical values' },
    'care.worklist.work': {
      zh: '执行医嘱、录入和审核结果、报告危急值',
      en: 'Perform orders, enter and verify results, report critical values',
    },
    'care.service.offer': { zh: '设置本机构执行的检验、影像和药品', en: 'Offer tests, studies and drugs of the institution' },
    'care.own-result.read': { zh: '查看自己和家人的结果', en: 'Read own and family results' },
  },
  refusals,
  events: [noteSigned, ordersSigned, orderEnded, resultReleased, criticalValueReported, criticalValueReadBack],
  routes: [
    { method: 'GET', path: '/api/care/visits/:visitId', operation: showConsultation },
    { method: 'POST', path: '/api/care/visits/:visitId/note', operation: saveDraft },
    { method: 'POST', path: '/api/care/visits/:visitId/note/sign', operation: signNote },
    { method: 'POST', path: '/api/care/visits/:visitId/note/addenda', operation: addAddendum },
    { method: 'GET', path: '/api/care/visits/:visitId/departments', operation: listDepartments },
    { method: 'GET', path: '/api/care/visits/:visitId/basket/quote', operation: quoteBasket },
    { method: 'POST', path: '/api/care/visits/:visitId/orders', operation: draftOrder },
    { method: 'GET', path: '/api/care/visits/:visitId/orders/check', operation: checkBasket },
    { method: 'POST', path: '/api/care/visits/:visitId/orders/sign', operation: signOrders },
    { method: 'POST', path: '/api/care/allergies', operation: recordAllergy },
    { method: 'POST', path: '/api/care/allergies/:allergyId/refute', operation: refuteAllergy },
    { method: 'POST', path: '/api/care/services', operation: offerService },
    { method: 'GET', path: '/api/care/worklist', operation: listWorklist },
    { method: 'GET', path: '/api/care/orders/:orderId', operation: showOrder },
    { method: 'POST', path: '/api/care/orders/:orderId/drop', operation: dropDraft },
    { method: 'POST', path: '/api/care/orders/:orderId/accept', operation: acceptOrder },
    { method: 'POST', path: '/api/care/orders/:orderId/collect', operation: collectSpecimen },
    { method: 'POST', path: '/api/care/orders/:orderId/reject', operation: rejectOrder },
    { method: 'POST', path: '/api/care/orders/:orderId/cancel', operation: cancelOrder },
    { method: 'POST', path: '/api/care/orders/:orderId/result', operation: enterResult },
    { method: 'POST', path: '/api/care/orders/:orderId/result/verify', operation: verifyResult },
    { method: 'POST', path: '/api/care/orders/:orderId/result/acknowledge', operation: acknowledgeResult },
    { method: 'GET', path: '/api/care/results', operation: listResults },
    { method: 'GET', path: '/api/care/my-results', operation: listMyResults },
    { method: 'POST', path: '/api/care/critical-values/:criticalValueId/report', operation: reportCriticalValue },
    { method: 'POST', path: '/api/care/critical-values/:criticalValueId/read-back', operation: readBackCriticalValue },
    { method: 'POST', path: '/api/care/critical-values/:criticalValueId/handle', operation: handleCriticalValue },
  ],
  inner: [],
  reactions: [],
  timers: [],
  invariants: careInvariants,
  enums: {
    noteState: { draft: { zh: '草稿', en: 'draft' }, signed: { zh: '已签署', en: 'signed' } },
    diagnosisCertainty: { suspected: { zh: '疑似', en: 'suspected' }, confirmed: { zh: '确诊', en: 'confirmed' } },
    vitalSign: vitalSignWords,
    allergyState: {
      known: { zh: '有过敏', en: 'has allergies' },
      'none-known': { zh: '无已知过敏', en: 'no known allergies' },
      unasked: { zh: '未记录过敏', en: 'allergies not recorded' },
    },
    allergySeverity: { mild: { zh: '轻', en: 'mild' }, moderate: { zh: '中', en: 'moderate' }, severe: { zh: '重', en: 'severe' } },
    orderKind: orderKindWords,
    orderState: orderStateWords,
    urgency: { routine: { zh: '常规', en: 'routine' }, urgent: { zh: '加急', en: 'urgent' } },
    worklistFilter: { open: { zh: '待办', en: 'open' }, done: { zh: '已结束', en: 'done' } },
    resultFlag: {
      low: { zh: '偏低', en: 'low' },
      high: { zh: '偏高', en: 'high' },
      'critical-low': { zh: '危急低', en: 'critically low' },
      'critical-high': { zh: '危急高', en: 'critically high' },
    },
    criticalState: criticalStateWords,
    callWay: {
      telephone: { zh: '电话', en: 'telephone' },
      'in-person': { zh: '当面', en: 'in person' },
      message: { zh: '消息', en: 'message' },
    },
    drugRoute: {
      oral: { zh: '口服', en: 'oral' },
      subcutaneous: { zh: '皮下注射', en: 'subcutaneous' },
      local: { zh: '局部注射', en: 'local injection' },
      'intra-articular': { zh: '关节腔注射', en: 'intra-articular' },
      inhaled: { zh: '吸入', en: 'inhaled' },
      nasal: { zh: '鼻用', en: 'nasal' },
      topical: { zh: '外用', en: 'topical' },
      ocular: { zh: '眼用', en: 'ocular' },
    },
    commitmentKind: {
      'care.order': { zh: '医嘱待执行', en: 'order to perform' },
      'care.result-to-read': { zh: '结果待阅', en: 'result to read' },
      'care.critical-value': { zh: '危急值待告知', en: 'critical value to tell' },
      'care.critical-value-to-handle': { zh: '危急值待处置', en: 'critical value to handle' },
    },
  },
}
