import { type Enum, enums } from '../../../client/enums'
import { readTexts } from '../../../wire/view'

/** The address of the accounts: the network, and the purpose to narrow them by. */
export type AccountsView = { network?: string | undefined; purpose?: Enum<'accountPurpose'> | undefined }

export const parseAccountsView = (search: Record<string, unknown>): AccountsView =>
  readTexts(search, ['network', 'purpose'], (name, text) =>
    name === 'purpose' ? text in enums.accountPurpose : /^[0-9a-f-]{36}$/.test(text),
  ) as AccountsView
