import type { FindPromisesAnswer } from '../../../client/operations'
import { dateOf, minutesBetween, timeOf, useDays } from '../../../parts/moment'
import { formatFen } from '../../../parts/money'
import { PromisedResources } from '../../../parts/promised-resources'
import { isoNow } from '../../../parts/use-now'
import { useBilingual, useWords } from '../../../words/use-words'
import { SharesLine } from '../shares'
import { Weave } from './weave'

type Option = FindPromisesAnswer['items'][number]
type Props = {
  readonly promise: Option
  readonly lanes: FindPromisesAnswer['lanes']
  readonly explained: boolean
  readonly hold: (() => void) | null
  readonly pending: boolean
  readonly instead: boolean
}

/** One complete option: when, each resource with its owner, the price, and its one action. */
export function PromiseCard({ promise, lanes, explained, hold, pending, instead }: Props) {
  const words = useWords().booking
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  const { startsAt, endsAt, zone, site, priceFen, shares, resources } = promise
  const from = timeOf(startsAt, zone)
  return (
    <article className="promise">
      <div className="body">
        <div className="when">
          <span className="note">{format.near(dateOf(startsAt, zone))}</span>
          <b className="num">{from}</b>
          <span className="note num">{words.until(timeOf(endsAt, zone), minutesBetween(startsAt, endsAt))}</span>
          <span className="note">{pick(site)}</span>
        </div>
        <PromisedResources resources={resources} />
        <div className="price num">
          <span className="lead">{words.total}</span>
          <span className="lead">{formatFen(priceFen)}</span>
          {hold && (
            <button type="button" className="btn act" aria-disabled={pending} aria-label={words.holdThis(from)} onClick={hold}>
              {instead ? words.holdOther : words.hold}
            </button>
          )}
        </div>
      </div>
      {shares && <SharesLine shares={shares} totalFen={priceFen} />}
      {explained && <Weave promise={promise} lanes={lanes} />}
    </article>
  )
}
