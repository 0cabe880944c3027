import { Link, useParams } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowAccountAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { ExportCsv } from '../../../parts/export-csv'
import { LiveAge } from '../../../parts/live-age'
import { formatFen } from '../../../parts/money'
import { More } from '../../../parts/more'
import { useLivePages } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { useAccountName } from '../account-name'
import { account } from './account.data'
import { EntriesTable } from './entries-table'

/** What came to one account and what left it, the newest first, each with the balance after it. */
export function AccountScreen() {
  const words = useWords().ledger
  const { accountId } = useParams({ from: '/shell/ledger/accounts/$accountId' })
  const pages = useLivePages(account(accountId))
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Answer of={pages}>
      {({ pages: [first] }) =>
        first && (
          <div className="col">
            <Head of={first} entries={entries} />
            <Sums of={first} />
            <div className="grow">
              {entries.length > 0 && <EntriesTable entries={entries} />}
              {entries.length === 0 && <Empty title={words.noEntries} hint={words.noEntriesHint} />}
              <More of={pages} />
            </div>
          </div>
        )
      }
    </Answer>
  )
}

function Head({ of: { account: shown }, entries }: { of: ShowAccountAnswer; entries: ShowAccountAnswer['items'] }) {
  const words = useWords().ledger
  const pick = useBilingual()
  const name = useAccountName()
  const rows = entries.map(({ date, what, counter, amountFen, balanceFen }) => [
    date,
    pick(enums.postingKind[what]),
    name(counter),
    amountFen / 100,
    balanceFen / 100,
  ])
  return (
    <div className="head">
      <h1 className="cut">{name(shown)}</h1>
      <span className="end">
        <LiveAge />
      </span>
      <ExportCsv
        name="entries"
        label={words.export}
        head={[words.date, words.what, words.counter, words.amount, words.balanceAfter]}
        rows={rows}
      />
      <Link className="text" to="/ledger" search={{ purpose: shown.purpose }}>
        {words.back}
      </Link>
    </div>
  )
}

function Sums({ of: { account: shown, balanceFen, inFen, outFen } }: { of: ShowAccountAnswer }) {
  const words = useWords().ledger
  const pick = useBilingual()
  return (
    <dl className="sums">
      <div>
        <dt>{pick(enums.accountMeaning[shown.purpose])}</dt>
        <dd className={balanceFen < 0 ? 'num strong neg' : 'num strong'}>{formatFen(balanceFen)}</dd>
      </div>
      <div>
        <dt>{words.cameIn}</dt>
        <dd className="num">{formatFen(inFen)}</dd>
      </div>
      <div>
        <dt>{words.wentOut}</dt>
        <dd className="num">{formatFen(outFen)}</dd>
      </div>
    </dl>
  )
}
