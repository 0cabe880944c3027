import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { enums } from '../../../client/enums'
import type { ShowOfferingAnswer } from '../../../client/operations'
import { Answer } from '../../../parts/answer'
import { useKind } from '../../../parts/kind'
import { dateOf } from '../../../parts/moment'
import { RefusalNote } from '../../../parts/refusal-note'
import { isoNow } from '../../../parts/use-now'
import { useMay, useSession } from '../../../wire/session'
import { useCommand } from '../../../wire/use-command'
import { useBilingual, useWords } from '../../../words/use-words'
import { afterChange, offering, sites, steps } from './offerings.data'
import { listsOf, type PricePart, partsOf, textsOf } from './price.order'
import { PriceFields, PriceTable } from './price-table'

type Props = { readonly offeringId: string; readonly leave: () => void }

/** One offering: what it needs, what it costs, and what its owner may change. */
export function OfferingPane({ offeringId, leave }: Props) {
  const { booking: words, shell } = useWords()
  const found = useQuery(offering(offeringId))
  return (
    <aside className="hold col" aria-label={words.offering}>
      <Answer of={found}>{(shown) => <Detail shown={shown} />}</Answer>
      <div className="foot">
        <Link className="btn" to="/find" search={{ offering: offeringId }}>
          {words.findTimes}
        </Link>
        <button type="button" className="btn" onClick={leave}>
          {shell.close}
        </button>
      </div>
    </aside>
  )
}

function Detail({ shown }: { shown: ShowOfferingAnswer }) {
  const words = useWords().booking
  const pick = useBilingual()
  const session = useSession()
  const mayDefine = useMay('booking.offering.define')
  const mayAll = useMay('network.party.register')
  const kindOf = useKind()
  const { name, durationMinutes, setupMinutes, preparation, needs, ownerId } = shown
  return (
    <div className="grow">
      <section>
        <h2>{pick(name)}</h2>
        <p className="num">
          {words.minutesOf(durationMinutes)}
          {setupMinutes > 0 && ` · ${words.setup} ${words.minutesOf(setupMinutes)}`}
        </p>
        {preparation && <p>{pick(preparation)}</p>}
      </section>
      <section>
        <h3>{words.needs}</h3>
        {needs.map(({ role, kind }) => (
          <p key={role}>
            {pick(enums.resourceRole[role])} · {kindOf(kind)}
          </p>
        ))}
      </section>
      <Prices shown={shown} />
      {mayDefine && (mayAll || session?.institutionId === ownerId) && <Changes shown={shown} />}
    </div>
  )
}

function Prices({ shown: { prices } }: { shown: ShowOfferingAnswer }) {
  const words = useWords().booking
  const pick = useBilingual()
  const places = useQuery(sites())
  const nameOf = (siteId: string | null) => {
    const site = places.data?.items.find(({ id }) => id === siteId)
    return siteId === null ? words.allSites : site ? pick(site.name) : ''
  }
  return (
    <section>
      <h3>{words.pricesOn(dateOf(isoNow()))}</h3>
      {listsOf(prices).map((siteId) => (
        <div key={siteId ?? 'all'}>
          <p className="note">{nameOf(siteId)}</p>
          <PriceTable prices={prices.filter((price) => price.siteId === siteId)} />
        </div>
      ))}
    </section>
  )
}

function Changes({ shown }: { shown: ShowOfferingAnswer }) {
  const words = useWords().booking
  const [asked, setAsked] = useState<'reprice' | 'retire' | null>(null)
  const retire = useCommand(steps.retireOffering, shown.id, { makesOld: afterChange })
  return (
    <section>
      {asked === null && (
        <p className="acts">
          <button type="button" className="text" onClick={() => setAsked('reprice')}>
            {words.reprice}
          </button>
          <button type="button" className="text" onClick={() => setAsked('retire')}>
            {words.retire}
          </button>
        </p>
      )}
      {asked === 'reprice' && <Reprice shown={shown} done={() => setAsked(null)} />}
      {asked === 'retire' && (
        <>
          <p>{words.retireQuestion}</p>
          <p className="acts">
            <button type="button" className="btn" onClick={() => retire.run({ offeringId: shown.id, lastDay: dateOf(isoNow()) })}>
              {words.retireYes}
            </button>
            <button type="button" className="text" onClick={() => setAsked(null)}>
              {words.undoChanges}
            </button>
          </p>
          <RefusalNote refusal={retire.refusal} unsent={retire.unsent} />
        </>
      )}
    </section>
  )
}

function Reprice({ shown: { id: offeringId, prices }, done }: { shown: ShowOfferingAnswer; done: () => void }) {
  const words = useWords().booking
  const [validFrom, setValidFrom] = useState(dateOf(isoNow()))
  const [lists, setLists] = useState(() => new Map(listsOf(prices).map((siteId) => [siteId, textsOf(prices, siteId)])))
  const [siteId, setSiteId] = useState<PricePart['siteId']>(null)
  const reprice = useCommand(steps.repriceOffering, offeringId, { makesOld: afterChange, onDone: done })
  const all = [...lists].flatMap(([site, texts]) => partsOf(texts, site))
  return (
    <>
      <label className="row-of">
        {words.repriceFrom}
        <input type="date" value={validFrom} onChange={({ target }) => setValidFrom(target.value)} />
      </label>
      <SiteOfPrices chosen={siteId} choose={setSiteId} />
      <PriceFields texts={lists.get(siteId) ?? {}} change={(texts) => setLists(new Map([...lists, [siteId, texts]]))} />
      <RefusalNote refusal={reprice.refusal} unsent={reprice.unsent} />
      <p className="acts">
        <button
          type="button"
          className="btn primary"
          aria-busy={reprice.pending}
          onClick={() => reprice.run({ offeringId, validFrom, prices: all })}
        >
          {words.savePrices}
        </button>
        <button type="button" className="text" onClick={done}>
          {words.undoChanges}
        </button>
      </p>
    </>
  )
}

/** Whose price list is shown: of all sites, or of one that has its own. */
function SiteOfPrices({ chosen, choose }: { chosen: PricePart['siteId']; choose: (siteId: PricePart['siteId']) => void }) {
  const words = useWords().booking
  const pick = useBilingual()
  const places = useQuery(sites())
  return (
    <label className="row-of">
      {words.site}
      <select value={chosen ?? ''} onChange={({ target }) => choose((target.value || null) as PricePart['siteId'])}>
        <option value="">{words.allSites}</option>
        {places.data?.items.map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </label>
  )
}
