import { Link } from '@tanstack/react-router'
import type { ShowInspectionAnswer } from '../../../client/operations'
import { dateOf, stampOf, timeOf } from '../../../parts/moment'
import { StatusMark } from '../../../parts/status-mark'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { DueChip } from '../due-chip'
import { EvidenceList } from '../evidence-list'
import { scoreText } from '../score'

/** What came of a completed inspection, as it is read and printed: who, what, the score, the findings, every answer, the seal. */
export function Report({ of: shown }: { of: ShowInspectionAnswer }) {
  return (
    <article className="grow report">
      <Facts of={shown} />
      <Findings of={shown} />
      <Answers of={shown} />
      <Seal of={shown} />
    </article>
  )
}

function Facts({ of }: { of: ShowInspectionAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  const { institution, site, norm, normNumber, normCode, day, inspector, scoreBasisPoints, findings } = of
  const facts = [
    [words.institution, `${pick(institution.name)} · ${pick(site)}`],
    [words.norm, `${normCode} ${words.foundBy(pick(norm), normNumber)}`],
    [words.inspector, [inspector.name && pick(inspector.name), pick(inspector.institution.name)].filter(Boolean).join(' · ')],
    [words.day, day],
  ]
  return (
    <section className="report-head">
      <div>
        <h2 className="print-only">{words.report}</h2>
        <dl>
          {facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="fig num">
        <b>{scoreBasisPoints === null ? '—' : scoreText(scoreBasisPoints)}</b>
        <small>{words.findings(findings)}</small>
      </p>
    </section>
  )
}

function Findings({ of: { rectifications } }: { of: ShowInspectionAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  if (rectifications.length === 0) return null
  return (
    <section>
      <h2>{words.rectificationsOf}</h2>
      <table className="grid">
        <caption className="sr">{words.rectificationsOf}</caption>
        <tbody>
          {rectifications.map(({ id, itemCode, item, severity, state, points, repeated, openedAt, dueAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/rectifications" search={{ rectification: id, ...(state === 'closed' ? { shows: 'closed' as const } : {}) }}>
                  <span className="num">{itemCode}</span> {pick(item)}
                </Link>
                {repeated && <small className="note">{words.repeated}</small>}
              </th>
              <td className="nowrap">
                <StatusMark of="findingSeverity" value={severity} /> <span className="note num">{words.points(points)}</span>
              </td>
              <td className="nowrap">
                <StatusMark of="rectificationState" value={state} />
              </td>
              <td className="nowrap">{state !== 'closed' && <DueChip since={openedAt} until={dueAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Answers({ of: { checklist, answers } }: { of: ShowInspectionAnswer }) {
  const words = useWords().loop
  const pick = useBilingual()
  const given = new Map(answers.map((answer) => [answer.itemCode, answer]))
  return (
    <section>
      <h2>{words.checklist(checklist.length)}</h2>
      <table className="grid">
        <caption className="sr">{words.items}</caption>
        <tbody>
          {checklist.map(({ code, text }) => {
            const answer = given.get(code)
            return (
              <tr key={code}>
                <th scope="row">
                  <span className="num">{code}</span> {pick(text)}
                </th>
                <td className="nowrap">{answer && <StatusMark of="inspectionOutcome" value={answer.outcome} />}</td>
                <td>
                  {answer?.note}
                  <EvidenceList of={answer?.evidence ?? []} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Seal({ of: { completedAt, contentHash } }: { of: ShowInspectionAnswer }) {
  const words = useWords().loop
  return (
    <footer className="note num">
      {completedAt && words.sealed(`${dateOf(completedAt)} ${timeOf(completedAt)}`)} · {words.seal} {contentHash?.slice(0, 16)}
      <span className="print-only"> · {words.printedAt(stampOf(isoNow()))}</span>
    </footer>
  )
}
