import { listAccounts } from '../../../client/operations'
import { askPages } from '../../../wire/query'
import type { AccountsView } from './accounts.view'

export const accounts = ({ network, purpose }: AccountsView) => askPages(listAccounts, { networkId: network, purpose })
