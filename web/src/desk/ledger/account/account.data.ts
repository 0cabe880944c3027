import { showAccount } from '../../../client/operations'
import { askPages } from '../../../wire/query'

export const account = (accountId: string) => askPages(showAccount, { accountId })
