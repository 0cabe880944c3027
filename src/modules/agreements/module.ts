import type { Module } from '../../platform/operation/index.ts'
import { changeDraft, draftAgreement, draftVersion } from './commands/draft.ts'
import { endAgreement } from './commands/end-agreement.ts'
import { proposeVersion, signVersion, withdrawVersion } from './commands/sign.ts'
import { configuration } from './configuration.ts'
import { categoryWords } from './domain/sentence.ts'
import { agreementEnded, versionSigned } from './events.ts'
import { listAgreements } from './queries/list-agreements.ts'
import { previewTerms } from './queries/preview-terms.ts'
import { showAgreement } from './queries/show-agreement.ts'
import { refusals } from './refusals.ts'
import { agreementInvariants } from './store/invariants.ts'

export const agreements: Module = {
  name: 'agreements',
  zh: '协议',
  en: 'Agreements',
  permissions: {
    'agreements.agreement.read': { zh: '查看本机构的协议', en: 'Read agreements of the institution' },
    'agreements.agreement.draft': { zh: '起草、提交和撤回协议', en: 'Draft, propose and withdraw agreements' },
    'agreements.version.sign': { zh: '代表本机构签署和终止协议', en: 'Sign and end agreements for the institution' },
    'agreements.share.read': { zh: '查看一次服务谁得多少', en: 'See who gets what of a service' },
  },
  refusals,
  events: [versionSigned, agreementEnded],
  routes: [
    { method: 'GET', path: '/api/agreements', operation: listAgreements },
    { method: 'GET', path: '/api/agreements/:agreementId', operation: showAgreement },
    { method: 'POST', path: '/api/agreements/preview', operation: previewTerms },
    { method: 'POST', path: '/api/agreements', operation: draftAgreement },
    { method: 'POST', path: '/api/agreements/:agreementId/versions', operation: draftVersion },
    { method: 'POST', path: '/api/agreements/:agreementId/end', operation: endAgreement },
    { method: 'POST', path: '/api/agreements/versions/:versionId/change', operation: changeDraft },
    { method: 'POST', path: '/api/agreements/versions/:versionId/propose', operation: proposeVersion },
    { method: 'POST', path: '/api/agreements/versions/:versionId/sign', operation: signVersion },
    { method: 'POST', path: '/api/agreements/versions/:versionId/withdraw', operation: withdrawVersion },
  ],
  inner: [],
  reactions: [],
  timers: [],
  invariants: agreementInvariants,
  configuration,
  enums: {
    agreementState: {
      draft: { zh: '草稿', en: 'draft' },
      proposed: { zh: '待签署', en: 'to sign' },
      signed: { zh: '已签署', en: 'signed' },
      'in-force': { zh: '生效中', en: 'in force' },
      superseded: { zh: '已被取代', en: 'superseded' },
      expired: { zh: '已到期', en: 'expired' },
      ended: { zh: '已终止', en: 'ended' },
      withdrawn: { zh: '已撤回', en: 'withdrawn' },
    },
    chargeCategory: categoryWords,
    commitmentKind: { 'agreements.version-to-sign': { zh: '签署协议', en: 'Sign an agreement' } },
  },
}
