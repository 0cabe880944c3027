import { Link, useParams } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import type { ShowPostingAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { formatFen } from '../../../parts/money'
import { useLive } from '../../../wire/live'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Account, useAccountName } from '../account-name'
import { posting } from './posting.data'
import { PostingFacts } from './posting-facts'

/** What one happening moved from where to where, where it comes from, and whether it is sealed. */
export function PostingScreen() {
  const { postingId } = useParams({ from: '/shell/ledger/postings/$postingId' })
  const query = useLive(posting(postingId))
  return <Answer of={query}>{(found) => <Page posting={found} />}</Answer>
}

function Page({ posting: found }: { posting: ShowPostingAnswer }) {
  const words = useWords().ledger
  const pick = useBilingual()
  const sum = found.transfers.reduce((fen, { amountFen }) => fen + amountFen, 0)
  return (
    <div className="split-view with-hold">
      <div className="col">
        <div className="head">
          <h1>{pick(enums.postingKind[found.what])}</h1>
          <span className="note num">{found.date}</span>
          <span className="note">{words.moved(formatFen(sum))}</span>
          <Link className="text end" to="/ledger" search={{}}>
            {words.back}
          </Link>
        </div>
        <div className="grow">
          <Transfers of={found.transfers} />
        </div>
      </div>
      <PostingFacts posting={found} />
    </div>
  )
}

function Transfers({ of }: { of: ShowPostingAnswer['transfers'] }) {
  const words = useWords().ledger
  return (
    <table className="grid">
      <caption className="sr">{words.posting}</caption>
      <thead>
        <tr>
          <th>{words.from}</th>
          <th>{words.to}</th>
          <th className="r">{words.amount}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ debit, credit, amountFen }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a transfer in its posting never changes
          <tr key={place}>
            <td>
              <AccountLink of={credit} />
            </td>
            <td>
              <AccountLink of={debit} />
            </td>
            <td className="r num">{formatFen(amountFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AccountLink({ of }: { of: Account | null }) {
  const name = useAccountName()
  if (!of) return <span className="note">{name(of)}</span>
  return (
    <Link to="/ledger/accounts/$accountId" params={{ accountId: of.id }}>
      {name(of)}
    </Link>
  )
}
