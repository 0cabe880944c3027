import type { Module } from '../../platform/operation/index.ts'
import { confirmStatement } from './commands/confirm-statement.ts'
import { settlePeriod } from './commands/settle-period.ts'
import { periodSettled, statementConfirmed } from './events.ts'
import { listAccounts } from './queries/list-accounts.ts'
import { listStatements } from './queries/list-statements.ts'
import { previewSettlement } from './queries/preview-settlement.ts'
import { showAccount } from './queries/show-account.ts'
import { showDraft, showDraftLine } from './queries/show-draft.ts'
import { showLine } from './queries/show-line.ts'
import { showPosting } from './queries/show-posting.ts'
import { showStatement } from './queries/show-statement.ts'
import { refusals } from './refusals.ts'
import { ledgerInvariants } from './store/invariants.ts'
import { meaningWords, partyWords, postingWords, purposeWords, settlementWords } from './words.ts'

export const ledger: Module = {
  name: 'ledger',
  zh: '账本',
  en: 'Ledger',
  permissions: {
    'ledger.account.read': { zh: '查看账户与分录', en: 'Read accounts and entries' },
    'ledger.period.settle': { zh: '结算账期', en: 'Settle periods' },
    'ledger.own-statement.read': { zh: '查看自己的结算单', en: 'Read own statements' },
    'ledger.statement.read': {
      zh: '查看本机构的结算单，运营方查看全网',
      en: 'Read statements of the institution, the operator of the network',
    },
    'ledger.statement.confirm': { zh: '确认自己或本机构的结算单', en: 'Confirm statements of oneself or the institution' },
  },
  refusals,
  events: [periodSettled, statementConfirmed],
  routes: [
    { method: 'GET', path: '/api/ledger/accounts', operation: listAccounts },
    { method: 'GET', path: '/api/ledger/accounts/:accountId', operation: showAccount },
    { method: 'GET', path: '/api/ledger/postings/:postingId', operation: showPosting },
    { method: 'GET', path: '/api/ledger/statements', operation: listStatements },
    { method: 'GET', path: '/api/ledger/statements/:statementId', operation: showStatement },
    { method: 'POST', path: '/api/ledger/statements/:statementId/confirm', operation: confirmStatement },
    { method: 'GET', path: '/api/ledger/lines/:lineId', operation: showLine },
    { method: 'GET', path: '/api/ledger/drafts/:networkId/:partyId', operation: showDraft },
    { method: 'GET', path: '/api/ledger/drafts/:networkId/:partyId/:serviceId', operation: showDraftLine },
    { method: 'GET', path: '/api/ledger/settlement', operation: previewSettlement },
    { method: 'POST', path: '/api/ledger/settlement', operation: settlePeriod },
  ],
  inner: [],
  reactions: [],
  timers: [],
  invariants: ledgerInvariants,
  enums: {
    accountPurpose: purposeWords,
    accountMeaning: meaningWords,
    partyKind: partyWords,
    postingKind: postingWords,
    ...settlementWords,
  },
}
