import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ShowQuoteAnswer, ShowSharesAnswer } from '../../client/operations'
import { formatFen } from '../../parts/money'
import { ShareBar } from '../../parts/share-bar'
import { useMay } from '../../wire/session'
import { useBilingual, useWords } from '../../words/use-words'
import { shares } from './shares.data'

type Shares = NonNullable<ShowSharesAnswer['shares']>

/** Who gets what of an option, in one line under it. */
export function SharesLine({ shares: { parties }, totalFen }: { shares: Shares; totalFen: number }) {
  const pick = useBilingual()
  const words = useWords().booking
  const bars = parties.map(({ id, name, amountFen }) => ({ key: id, name: pick(name), amountFen }))
  return (
    <div className="shares-line">
      <ul className="num" aria-label={words.shares}>
        {bars.map(({ key, name, amountFen }, place) => (
          <li key={key}>
            <i className={`key c${Math.min(place + 1, 5)}`} aria-hidden="true" />
            {name} {formatFen(amountFen)}
          </li>
        ))}
      </ul>
      <ShareBar shares={bars} totalFen={totalFen} compact />
    </div>
  )
}

type SharesProps = {
  readonly visitId: string
  readonly totalFen: number
  /** What is left to divide after the discount of a payer's contract; absent: the list price. */
  readonly divided?: Pick<ShowQuoteAnswer['quote'], 'shares' | 'payerFen' | 'patientFen'> | undefined
}

/** Who gets what of a visit, with the agreements that say so; nothing for who has no part in it. */
export function SharesSection({ visitId, totalFen, divided }: SharesProps) {
  const pick = useBilingual()
  const words = useWords().booking
  const may = useMay('agreements.share.read')
  const { data } = useQuery({ ...shares(visitId), enabled: may })
  if (!data?.shares) return null
  const { parties, agreements } = data.shares
  const bars = (divided?.shares ?? parties).map(({ id, name, amountFen }) => ({ key: id, name: pick(name), amountFen }))
  return (
    <section>
      <h3>{words.shares}</h3>
      <AgreementLinks agreements={agreements} />
      <ShareBar shares={bars} totalFen={divided?.shares ? divided.payerFen + divided.patientFen : totalFen} />
    </section>
  )
}

function AgreementLinks({ agreements }: Pick<Shares, 'agreements'>) {
  const mayRead = useMay('agreements.agreement.read')
  return (
    <p className="note num">
      {agreements.map(({ id, code, number }) =>
        mayRead ? (
          <Link key={id} to="/agreements/$agreementId" params={{ agreementId: id }}>
            {code} v{number}{' '}
          </Link>
        ) : (
          <span key={id}>
            {code} v{number}{' '}
          </span>
        ),
      )}
    </p>
  )
}
