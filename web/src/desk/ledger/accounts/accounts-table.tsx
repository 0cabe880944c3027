import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { type Enum, enums } from '../../../client/enums'
import type { ListAccountsAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { usePartyName } from '../account-name'

type Item = ListAccountsAnswer['items'][number]

/** Accounts under their purposes, in the order of the answer. */
export function AccountsTable({ items }: { items: readonly Item[] }) {
  const words = useWords().ledger
  const pick = useBilingual()
  const purposes = [...new Set(items.map(({ purpose }) => purpose))]
  return (
    <table className="grid">
      <caption className="sr">{words.accounts}</caption>
      <thead>
        <tr>
          <th>{words.party}</th>
          <th>{words.kind}</th>
          <th className="r">{words.balance}</th>
        </tr>
      </thead>
      <tbody>
        {purposes.map((purpose) => (
          <Fragment key={purpose}>
            <PurposeRow purpose={purpose} />
            {items
              .filter((item) => item.purpose === purpose)
              .map((item) => (
                <AccountRow key={item.id} item={item} kind={pick(enums.partyKind[item.party.kind])} />
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function PurposeRow({ purpose }: { purpose: Enum<'accountPurpose'> }) {
  const pick = useBilingual()
  return (
    <tr className="purpose">
      <th scope="rowgroup" colSpan={3}>
        {pick(enums.accountPurpose[purpose])} <small className="note">{pick(enums.accountMeaning[purpose])}</small>
      </th>
    </tr>
  )
}

function AccountRow({ item: { id, party, balanceFen }, kind }: { item: Item; kind: string }) {
  const partyName = usePartyName()
  return (
    <tr>
      <th scope="row">
        <Link to="/ledger/accounts/$accountId" params={{ accountId: id }}>
          {partyName(party)}
        </Link>
      </th>
      <td className="note">{kind}</td>
      <td className={balanceFen < 0 ? 'r num neg' : 'r num'}>{formatFen(balanceFen)}</td>
    </tr>
  )
}
