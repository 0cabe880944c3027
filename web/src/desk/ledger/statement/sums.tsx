import { Link } from '@tanstack/react-router'
import type { ShowDraftAnswer } from '../../../client/operations'
import { formatFen } from '../../../parts/money'
import { useMay } from '../../../wire/session'
import { useWords } from '../../../words/use-words'

type Head = Pick<ShowDraftAnswer, 'isOwn' | 'lines' | 'totalFen' | 'collectedFen' | 'fromDate' | 'untilDate' | 'agreements'>

/** The figures that a statement begins with, and what each of them is. */
export function Sums({ of: { isOwn, lines, totalFen, collectedFen, fromDate, untilDate, agreements } }: { of: Head }) {
  const words = useWords().statements
  return (
    <dl className="sums num">
      <div>
        <dt>{isOwn ? words.yours : words.theirs}</dt>
        <dd className={totalFen < 0 ? 'neg strong' : 'strong'}>{formatFen(totalFen)}</dd>
      </div>
      <div>
        <dt>{words.collected}</dt>
        <dd>{formatFen(collectedFen)}</dd>
      </div>
      <div>
        <dt>{words.lines}</dt>
        <dd>{lines}</dd>
      </div>
      <div>
        <dt>{words.periodBy}</dt>
        <dd>{words.days(fromDate.slice(5), untilDate.slice(5))}</dd>
      </div>
      <div>
        <dt>{words.agreements}</dt>
        <dd title={agreements.map(({ code, number }) => `${code} v${number}`).join(' · ')}>{words.agreementCount(agreements.length)}</dd>
      </div>
    </dl>
  )
}

type Agreement = { readonly agreementId: string; readonly versionId: string; readonly code: string; readonly number: number }

/** The code and version of an agreement; a link for who may read agreements. */
export function AgreementLink({ agreementId, versionId, code, number }: Agreement) {
  const text = `${code} v${number}`
  return useMay('agreements.agreement.read') ? (
    <Link to="/agreements/$agreementId" params={{ agreementId }} search={{ version: versionId }}>
      {text}
    </Link>
  ) : (
    text
  )
}
