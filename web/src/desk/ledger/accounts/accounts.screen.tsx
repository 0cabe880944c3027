import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type Enum, enums } from '../../../client/enums'
import type { ListAccountsAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { ExportCsv } from '../../../parts/export-csv'
import { Options } from '../../../parts/form'
import { LiveAge } from '../../../parts/live-age'
import { formatFen } from '../../../parts/money'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { usePartyName } from '../account-name'
import { accounts } from './accounts.data'
import { AccountsTable } from './accounts-table'

/** Where the money of a network is and who is owed what: sums by purpose, then account by account. */
export function AccountsScreen() {
  const words = useWords().ledger
  const { purpose, ...view } = useSearch({ from: '/shell/ledger' })
  const list = useLivePages(accounts({ purpose, ...view }))
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="col">
      <div className="head">
        <h1>{words.title}</h1>
        <span className="end">
          <LiveAge />
        </span>
        <ExportAccounts items={items} />
      </div>
      <Answer of={list}>
        {({ pages: [first] }) => (
          <>
            {first && <Totals totals={first.totals} />}
            <Filters networks={first?.networks ?? []} />
            <div className="grow">
              {items.length > 0 && <AccountsTable items={items} />}
              {items.length === 0 && <NoAccounts title={purpose ? words.noneOfPurpose : words.none} />}
              <More of={list} />
            </div>
          </>
        )}
      </Answer>
    </div>
  )
}

function NoAccounts({ title }: { title: string }) {
  const words = useWords().ledger
  const mayReadBills = useMay('billing.bill.read')
  return (
    <Empty title={title} hint={words.noneHint}>
      {mayReadBills && (
        <Link className="btn" to="/bills" search={{}}>
          {words.toBills}
        </Link>
      )}
    </Empty>
  )
}

/** Each sum leads to its accounts; below them, that both sides are equal. */
function Totals({ totals }: Pick<ListAccountsAnswer, 'totals'>) {
  const words = useWords().ledger
  const pick = useBilingual()
  if (totals.length === 0) return null
  const sumOf = (side: 'debitFen' | 'creditFen') => totals.reduce((sum, total) => sum + total[side], 0)
  const [debit, credit] = [formatFen(sumOf('debitFen')), formatFen(sumOf('creditFen'))]
  return (
    <>
      <dl className="sums">
        {totals.map(({ purpose, balanceFen }) => (
          <div key={purpose}>
            <dt>{pick(enums.accountPurpose[purpose])}</dt>
            <dd className={balanceFen < 0 ? 'num neg' : 'num'}>
              <Link
                to="/ledger"
                search={(before) => ({ ...before, purpose })}
                aria-label={`${pick(enums.accountPurpose[purpose])} ${formatFen(balanceFen)}`}
              >
                {formatFen(balanceFen)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {debit === credit ? (
        <p className="note none">{words.balanced(debit)}</p>
      ) : (
        <p className="refusal none" role="alert">
          {words.notBalanced(debit, credit)}
        </p>
      )}
    </>
  )
}

function Filters({ networks }: Pick<ListAccountsAnswer, 'networks'>) {
  const { ledger: words, shell } = useWords()
  const { purpose, network } = useSearch({ from: '/shell/ledger' })
  const navigate = useNavigate({ from: '/ledger' })
  const choosePurpose = (text: string) =>
    void navigate({ search: (before) => ({ ...before, purpose: (text || undefined) as Enum<'accountPurpose'> | undefined }) })
  return (
    <search className="filters">
      {networks.length > 1 && (
        <label className="field on">
          <span>{words.network}</span>
          <select
            className="bare"
            value={network ?? networks[0]?.id}
            onChange={({ target }) => void navigate({ search: { network: target.value, purpose } })}
          >
            {networks.map(({ id, code }) => (
              <option key={id} value={id}>
                {code}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={purpose ? 'field on' : 'field'}>
        <span>{words.purpose}</span>
        <select className="bare" value={purpose ?? ''} onChange={({ target }) => choosePurpose(target.value)}>
          <option value="">{shell.any}</option>
          <Options of={enums.accountPurpose} />
        </select>
      </label>
    </search>
  )
}

function ExportAccounts({ items }: Pick<ListAccountsAnswer, 'items'>) {
  const words = useWords().ledger
  const pick = useBilingual()
  const party = usePartyName()
  const rows = items.map((item) => [
    pick(enums.accountPurpose[item.purpose]),
    pick(enums.partyKind[item.party.kind]),
    party(item.party),
    item.balanceFen / 100,
  ])
  return <ExportCsv name="accounts" label={words.export} head={[words.purpose, words.kind, words.party, words.balance]} rows={rows} />
}
