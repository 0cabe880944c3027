import type { ShowLineAnswer } from '../../../client/operations'
import { formatAmount } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { type Part, Parts, Step } from './step'
import { AgreementLink } from './sums'

type Stage = ShowLineAnswer['stages'][number]

/** One division: by which agreement and clause, of what, and who gets how much of it. */
export function StageStep({ stage, at }: { stage: Stage; at: number }) {
  const words = useWords().statements
  const pick = useBilingual()
  const { kind, agreement, from, ofFen, clauses } = stage
  const source = from && (kind === 'use' ? words.paidBy(pick(from.name)) : words.divides(pick(from.name)))
  return (
    <Step
      place={at + 3}
      title={kind === 'use' ? words.use : agreement ? pick(agreement.title) : words.noAgreement}
      note={
        <>
          {agreement && <AgreementLink {...agreement} />} {source}
        </>
      }
      amountFen={ofFen}
    >
      {ofFen === null && <p className="note">{words.closed}</p>}
      {clauses.length > 0 && (
        <div className="rule-q">
          {clauses.map((clause) => (
            <p key={clause.zh}>{pick(clause)}</p>
          ))}
        </div>
      )}
      <Parts parts={usePartsOf(stage)} totalFen={ofFen ?? 1} />
    </Step>
  )
}

function usePartsOf({ lines, ofFen, keptFen, from, kind }: Stage): Part[] {
  const words = useWords().statements
  const pick = useBilingual()
  const base = ofFen !== null && kind !== 'use' ? `${formatAmount(ofFen)} · ` : ''
  const parts = lines.map(({ party, rate, amountFen, onWay }) => ({
    ...{ key: party.id, name: pick(party.name), note: base + rate, amountFen, onWay },
  }))
  if (keptFen === 0) return parts
  return [...parts, { key: 'kept', name: from ? pick(from.name) : words.kept, note: words.kept, amountFen: keptFen, onWay: false }]
}
