import type { ShowCoverAnswer } from '../../client/operations'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { useLive } from '../../wire/live'
import { useBilingual, useWords } from '../../words/use-words'
import { cover } from './cover.data'

/** My insurance: who pays, on which terms, and what is left of the year; nothing where none is recorded. */
export function CoverCard({ personId }: { personId: string | undefined }) {
  const words = useWords().coverage
  const { data } = useLive(cover(personId))
  if (!data?.cover) return null
  return (
    <section className="sheet" aria-label={words.myCover}>
      <h2>{words.myCover}</h2>
      <Terms of={data.cover} />
    </section>
  )
}

function Terms({ of }: { of: NonNullable<ShowCoverAnswer['cover']> }) {
  const words = useWords().coverage
  const pick = useBilingual()
  const { payer, product, policyMasked, state, copayFen, coinsuranceBasisPoints, deductibleLeftFen, limitLeftFen } = of
  return (
    <>
      <p>
        <b>{pick(payer)}</b> · {pick(product)} <StatusMark of="eligibilityState" value={state} />
      </p>
      <p className="note num">{words.policy(policyMasked)}</p>
      <p className="note num">{words.terms(formatFen(copayFen), `${coinsuranceBasisPoints / 100} %`)}</p>
      <p className="note num">
        {[words.left(formatFen(deductibleLeftFen)), limitLeftFen !== null && words.leftLimit(formatFen(limitLeftFen))]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
