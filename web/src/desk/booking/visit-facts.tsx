import type { ListVisitsAnswer } from '../../client/operations'
import { dateOf, timeOf, useDays } from '../../parts/moment'
import { PromisedResources } from '../../parts/promised-resources'
import { isoNow } from '../../parts/use-now'
import { useBilingual, useWords } from '../../words/use-words'

/** What, when, where and with whom. */
export function VisitFacts({
  visit: { offering, site, startsAt, endsAt, zone, resources },
  locked = false,
}: {
  visit: ListVisitsAnswer['items'][number]
  locked?: boolean
}) {
  const words = useWords().booking
  const pick = useBilingual()
  const format = useDays(dateOf(isoNow()))
  return (
    <>
      <section>
        <h3>{pick(offering)}</h3>
        <p className="num">
          {format.full(dateOf(startsAt, zone))} <b>{timeOf(startsAt, zone)}</b> {words.untilShort(timeOf(endsAt, zone))}
        </p>
        <p className="note">{pick(site)}</p>
      </section>
      <section>
        {locked && <h3>{words.together(resources.length)}</h3>}
        <PromisedResources resources={resources} locked={locked} />
      </section>
    </>
  )
}
