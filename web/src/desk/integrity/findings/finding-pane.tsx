import { useQuery } from '@tanstack/react-query'
import { enums } from '../../../client/enums'
import type { ShowFindingAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { dateOf, timeOf } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { StatusMark } from '../../../parts/status-mark'
import { useBilingual, useWords } from '../../../words/use-words'
import { finding } from './findings.data'

/** One finding: what the rule said and on what basis, the lines and the amount, and who answered it. */
export function FindingPane({ findingId }: { findingId: string }) {
  const words = useWords().integrity
  return (
    <aside className="col hold" aria-label={words.finding}>
      <Answer of={useQuery(finding(findingId))}>
        {(found) => (
          <div className="grow">
            <Said of={found} />
            <Lines of={found} />
            <Answered of={found} />
          </div>
        )}
      </Answer>
    </aside>
  )
}

/** What was done, when and by whom; an account without a name is left out. */
const act = (what: string, at: string, who: string): string => [what, `${dateOf(at)} ${timeOf(at)}`, who].filter(Boolean).join(' · ')

function Said({ of: found }: { of: ShowFindingAnswer }) {
  const { integrity: words, care } = useWords()
  const pick = useBilingual()
  return (
    <>
      <section>
        <h2>{found.personName ?? care.notOnCard}</h2>
        <p className="tags">
          <StatusMark of="verdict" value={found.verdict} />
          <span className="note">
            {act(words.reviewed(pick(enums.reviewMoment[found.moment])), found.reviewedAt, pick(found.reviewedBy))}
          </span>
        </p>
        <p>{pick(found.sentence)}</p>
        <p className="note">{pick(found.institution)}</p>
      </section>
      <section>
        <h3>{pick(found.rule)}</h3>
        <p className="note num">{words.version(found.ruleCode, found.ruleVersion)}</p>
        <p>{pick(found.basis)}</p>
      </section>
    </>
  )
}

/** The line in question first, then the earlier ones it was counted with. */
function Lines({ of: { line, date, quantity, lineAmountFen, amountFen, involved, involvedElsewhere } }: { of: ShowFindingAnswer }) {
  const words = useWords().integrity
  const pick = useBilingual()
  return (
    <section>
      <h3>{words.lines}</h3>
      <table className="sum num">
        <tbody>
          {involved.map((one) => (
            <tr key={one.lineId}>
              <td>
                {one.date} {pick(one.name)} × {one.quantity}
              </td>
              <td>{words.earlier}</td>
            </tr>
          ))}
          <tr>
            <td>
              <b>
                {date} {pick(line)} × {quantity}
              </b>
            </td>
            <td>{lineAmountFen === null ? words.noPrice : formatFen(lineAmountFen)}</td>
          </tr>
          <tr className="total">
            <td>{words.inQuestion}</td>
            <td>{amountFen === null ? words.noPrice : formatFen(amountFen)}</td>
          </tr>
        </tbody>
      </table>
      {involvedElsewhere > 0 && <p className="note">{words.elsewhere(involvedElsewhere)}</p>}
    </section>
  )
}

function Answered({ of: { verdict, reason, answeredAt, answeredBy } }: { of: ShowFindingAnswer }) {
  const words = useWords().integrity
  const pick = useBilingual()
  return (
    <section>
      <h3>{words.answer}</h3>
      {reason && answeredAt && answeredBy ? (
        <>
          <p>{reason}</p>
          <p className="note">{act(verdict === 'violation' ? words.overridden : words.explained, answeredAt, pick(answeredBy))}</p>
        </>
      ) : (
        <p className="note">{words.nothingToAnswer}</p>
      )}
    </section>
  )
}
