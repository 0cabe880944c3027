import { enums } from '../../client/enums'
import type { ShowAccountAnswer } from '../../client/operations'
import { useBilingual, useWords } from '../../words/use-words'

export type Account = ShowAccountAnswer['account']

/** Whose account it is; a person as on the institution's own card. */
export function usePartyName(): (party: Account['party']) => string {
  const words = useWords().ledger
  const pick = useBilingual()
  return ({ kind, name, id }) => (name ? pick(name) : kind === 'person' ? words.notOnCard : id.slice(-8))
}

/** `应收 · 周静怡`; null: an account that the reader may not see. */
export function useAccountName(): (account: Account | null) => string {
  const words = useWords().ledger
  const pick = useBilingual()
  const party = usePartyName()
  return (account) => (account ? `${pick(enums.accountPurpose[account.purpose])} · ${party(account.party)}` : words.hidden)
}
