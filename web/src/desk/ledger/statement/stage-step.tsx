import type { ShowLineAnswer } from '../../../client/operations'
import { formatAmount } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Part, Parts, Step } from './step'
import { AgreementLink } from './sums'

/** One rate of the base, and nothing else. */
const percent = /^[\d.]+ %$/

type Stage = ShowLineAnswer['stages'][number]

/** One division: by which agreement and clause, of what, and who gets how much of it. */
export function StageStep({ stage, at }: { stage: Stage; at: number }) {
  const words = useWords().statements
  const pick = useBilingual()
  const { kind, isOpen, agreement, from, ofFen, clauses } = stage
  const source = from && (kind === 'use' ? words.paidBy(pick(from.name)) : words.divides(pick(from.name)))
  return (
    <Step
      place={at + 3}
      title={kind === 'use' ? words.use : agreement ? pick(agreement.title) : words.noAgreement}
      note={
        <>
          {agreement && (isOpen ? <AgreementLink {...agreement} /> : agreement.code)} {source}
        </>
      }
      amountFen={ofFen}
    >
      {clauses.length > 0 && (
        <div className="rule-q">
          {clauses.map((clause) => (
            <p key={clause.zh}>{pick(clause)}</p>
          ))}
        </div>
      )}
      <Parts parts={usePartsOf(stage)} totalFen={ofFen} />
    </Step>
  )
}

function usePartsOf({ lines, ofFen, keptFen, othersFen, from }: Stage): Part[] {
  const words = useWords().statements
  const pick = useBilingual()
  const baseFen = ofFen - lines.reduce((sum, { isAside, amountFen }) => (isAside ? sum + amountFen : sum), 0)
  const noteOf = ({ isAside, rate }: Stage['lines'][number]) =>
    isAside ? words.aside : rate === '1/1' ? words.rest : percent.test(rate) ? `${formatAmount(baseFen)} × ${rate}` : rate
  return [
    ...lines.map((line) => ({
      ...{ key: `${line.party.id} ${line.isAside}`, name: pick(line.party.name), note: noteOf(line) },
      ...{ amountFen: line.amountFen, onWay: line.onWay },
    })),
    ...(keptFen === 0 || !from ? [] : [{ key: 'kept', name: pick(from.name), note: words.kept, amountFen: keptFen, onWay: false }]),
    ...(othersFen === 0 ? [] : [{ key: 'others', name: words.others, note: words.closed, amountFen: othersFen, onWay: false }]),
  ]
}
