import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { More } from '../../../parts/more'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { OfferingPane } from './offering-pane'
import { offerings } from './offerings.data'

/** What the network offers, what it needs, what it costs. */
export function OfferingsScreen() {
  const words = useWords().booking
  const { offering } = useSearch({ from: '/shell/offerings' })
  const navigate = useNavigate({ from: '/offerings' })
  const mayDefine = useMay('booking.offering.define')
  return (
    <div className={offering ? 'split-view with-hold' : 'split-view'}>
      <div className="col">
        <div className="head">
          <h1>{words.offeringsTitle}</h1>
          {mayDefine && (
            <span className="end">
              <Link className="btn primary" to="/offerings/new">
                {words.newOffering}
              </Link>
            </span>
          )}
        </div>
        <OfferingList chosen={offering} choose={(id) => void navigate({ search: { offering: id } })} />
      </div>
      {offering && <OfferingPane key={offering} offeringId={offering} leave={() => void navigate({ search: {} })} />}
    </div>
  )
}

function OfferingList({ chosen, choose }: { chosen: string | undefined; choose: (id: string) => void }) {
  const words = useWords().booking
  const pick = useBilingual()
  const list = useInfiniteQuery(offerings())
  return (
    <div className="grow pane">
      <Answer of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={words.noOfferings} />
          return (
            <>
              <table className="grid">
                <caption className="sr">{words.offeringsTitle}</caption>
                <thead>
                  <tr>
                    <th>{words.offering}</th>
                    <th>{words.owner}</th>
                    <th>{words.duration}</th>
                    <th>{words.setup}</th>
                    <th>{words.preparation}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ id, name, owner, durationMinutes, setupMinutes, preparation }) => (
                    <tr key={id} className={id === chosen ? 'on' : undefined}>
                      <th scope="row">
                        <button type="button" className="text" onClick={() => choose(id)}>
                          {pick(name)}
                        </button>
                      </th>
                      <td>{pick(owner)}</td>
                      <td className="num nowrap">{words.minutesOf(durationMinutes)}</td>
                      <td className="num nowrap">{setupMinutes > 0 ? words.minutesOf(setupMinutes) : '–'}</td>
                      <td className="note cut">{preparation ? pick(preparation) : ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <More of={list} />
            </>
          )
        }}
      </Answer>
    </div>
  )
}
