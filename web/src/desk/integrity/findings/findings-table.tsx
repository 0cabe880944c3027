import type { ListFindingsAnswer } from '../../../client/operations'
import { dateOf, timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'

type Finding = ListFindingsAnswer['items'][number]
type Props = { readonly items: readonly Finding[]; readonly open: string | undefined; readonly choose: (findingId: string) => void }

/** Findings, the newest first: when, what of whom, and what a rule said. */
export function FindingsTable({ items, open, choose }: Props) {
  const words = useWords().integrity
  return (
    <table className="grid">
      <caption className="sr">{words.findings}</caption>
      <thead>
        <tr>
          <th>{words.when}</th>
          <th>{words.verdict}</th>
          <th>{words.what}</th>
          <th className="r">{words.amount}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((finding) => (
          <Row key={finding.findingId} finding={finding} open={finding.findingId === open} choose={choose} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ finding, open, choose }: { finding: Finding; open: boolean; choose: Props['choose'] }) {
  const { integrity: words, care } = useWords()
  const pick = useBilingual()
  const { findingId, reviewedAt, verdict, personName, line, sentence, amountFen, reason } = finding
  const who = personName ?? care.notOnCard
  return (
    <tr className={open ? 'on' : undefined}>
      <th scope="row" className="num nowrap">
        {dateOf(reviewedAt).slice(5)} {timeOf(reviewedAt)}
      </th>
      <td className="nowrap">
        <StatusMark of="verdict" value={verdict} />
      </td>
      <td>
        <b>{who}</b> · {pick(line)}
        <small className="note">{pick(sentence)}</small>
        {reason && <small className="note">{words.letPass(reason)}</small>}
      </td>
      <td className="r num nowrap">{amountFen === null ? words.noPrice : formatFen(amountFen)}</td>
      <td className="r">
        <button type="button" className="text" aria-label={`${words.detail} ${who} ${pick(line)}`} onClick={() => choose(findingId)}>
          {words.detail}
        </button>
      </td>
    </tr>
  )
}
