import type { ShowLineAnswer } from '../../../client/operations'
import { Icon } from '../../../parts/icon'
import { dateOf } from '../../../parts/moment'
import { formatAmount, formatFen } from '../../../parts/money'
import { useBilingual, useWords } from '../../../words/use-words'
import { StageStep } from './stage-step'
import { Parts, Step } from './step'

type Shown = { readonly shown: ShowLineAnswer }

/** The chain from the payment to a line: every step shows what it is made of, on one scale, and adds up in view. */
export function Why({ shown }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  const { line, stages, netFen, paidFen } = shown
  const scale = { '--full': Math.max(Math.abs(netFen), Math.abs(paidFen), 1) } as React.CSSProperties
  return (
    <section aria-label={words.why(formatAmount(line.amountFen))}>
      <div className="h-row">
        <h2 className="num">{words.why(formatAmount(line.amountFen))}</h2>
        <span className="note num">
          {line.maskedName} · {pick(line.name)} · {words.servedOn(line.serviceDate)}
        </span>
      </div>
      <ol className="whychain num" style={scale}>
        <PaymentStep shown={shown} />
        <ChargeStep shown={shown} />
        {stages.map((stage, at) => (
          <StageStep key={[stage.agreement?.versionId, stage.kind, stage.from?.id, stage.clauses[0]?.zh].join(' ')} stage={stage} at={at} />
        ))}
        <ResultStep shown={shown} />
      </ol>
      <p className="note">{words.open}</p>
    </section>
  )
}

/** What is added to a sum, or taken from it. */
const signed = (amountFen: number): string => `${amountFen < 0 ? ' − ' : ' + '}${formatAmount(Math.abs(amountFen))}`

function PaymentStep({ shown: { payments, paidFen } }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  return (
    <Step place={1} title={words.payment} note={words.payments(payments.length)} amountFen={paidFen}>
      <Parts
        totalFen={paidFen}
        parts={payments.map(({ number, label, at, amountFen }) => ({
          ...{ key: number, name: pick(label), note: `${number} · ${dateOf(at)}`, amountFen, onWay: true },
        }))}
      />
    </Step>
  )
}

function ChargeStep({ shown: { charges, listFen, discountFen, netFen } }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  const note =
    discountFen === 0
      ? words.chargesPlain(charges.length)
      : words.charges(charges.length, formatAmount(listFen), formatAmount(-discountFen))
  return (
    <Step place={2} title={words.charge} note={note} amountFen={netFen}>
      <Parts
        totalFen={netFen}
        parts={charges.map((charge, at) => ({
          key: `${at}`,
          name: pick(charge.name),
          note: charge.discountFen === 0 ? '' : `${formatAmount(charge.listFen)}${signed(-charge.discountFen)}`,
          amountFen: charge.netFen,
          onWay: true,
        }))}
      />
    </Step>
  )
}

function ResultStep({ shown: { line, stages, shares, othersFen, netFen, isOwn, addsUp } }: Shown) {
  const words = useWords().statements
  const pick = useBilingual()
  const parts = [
    ...shares.map(({ party, amountFen }) => ({ text: pick(party.name), amountFen })),
    ...(othersFen === 0 ? [] : [{ text: words.others, amountFen: othersFen }]),
  ]
  return (
    <Step
      place={stages.length + 3}
      title={isOwn ? words.yourLine : words.theirLine}
      amount={formatFen(line.amountFen)}
      last
      mark={
        <span className={addsUp ? 'ok' : 'refusal'}>
          <Icon name={addsUp ? 'check' : 'warning'} />
          {addsUp ? words.addsUp : words.doesNotAddUp}
        </span>
      }
    >
      <p className="note">
        {parts.map(({ text, amountFen }, at) => (
          <span key={text} title={text}>
            {at > 0 ? signed(amountFen) : formatAmount(amountFen)}
          </span>
        ))}{' '}
        = {formatAmount(netFen)}
      </p>
    </Step>
  )
}
