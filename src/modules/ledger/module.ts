import type { Module } from '../../platform/operation/index.ts'
import { postingWords, purposeWords } from './words.ts'

export const ledger: Module = {
  name: 'ledger',
  zh: '账本',
  en: 'Ledger',
  permissions: {
    'ledger.account.read': { zh: '查看账户与分录', en: 'Read accounts and entries' },
  },
  refusals: {},
  events: [],
  routes: [],
  inner: [],
  reactions: [],
  timers: [],
  enums: { accountPurpose: purposeWords, postingKind: postingWords },
}
