import { type ShowCoverAnswer, showCover } from '../../client/operations'
import { formatFen } from '../../parts/money'
import { StatusMark } from '../../parts/status-mark'
import { useLive } from '../../wire/live'
import { ask } from '../../wire/query'
import { useMay } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'

/** Who pays for the person, whether the payer has confirmed it, and what is left of the year. */
export function CoverChip({ personId }: { personId: string }) {
  const may = useMay('coverage.cover.read')
  return may ? <Cover personId={personId} /> : null
}

function Cover({ personId }: { personId: string }) {
  const words = useWords().coverage
  // A look at the person: read again when told of a change, never by time.
  const { data } = useLive({ ...ask(showCover, { personId }), staleTime: 300_000 }, { net: false })
  if (!data) return null
  return (
    <dl>
      <div>
        <dt>{words.cover}</dt>
        <dd>{data.cover ? <Covered by={data.cover} /> : words.selfPay}</dd>
      </div>
    </dl>
  )
}

function Covered({
  by: { payer, product, policyMasked, state, deductibleLeftFen, limitLeftFen },
}: {
  by: NonNullable<ShowCoverAnswer['cover']>
}) {
  const words = useWords().coverage
  const pick = useBilingual()
  const left = [words.left(formatFen(deductibleLeftFen)), limitLeftFen !== null && words.leftLimit(formatFen(limitLeftFen))]
  return (
    <>
      {pick(payer)} · {pick(product)} <span className="num">{policyMasked}</span> <StatusMark of="eligibilityState" value={state} />
      <br />
      <span className="note num">{left.filter(Boolean).join(' · ')}</span>
    </>
  )
}
