import { Link } from '@tanstack/react-router'
import type { ShowPostingAnswer } from '../../../client/operations'
import { dateOf, timeOf } from '../../../parts/moment'
import { useWords } from '../../../words/use-words'

type Props = { readonly posting: ShowPostingAnswer }

const momentOf = (iso: string) => `${dateOf(iso)} ${timeOf(iso)}`

/** Where a posting comes from, what it is about, and its seal. */
export function PostingFacts({ posting: { source, postedAt, subject, seal } }: Props) {
  const words = useWords().ledger
  return (
    <aside className="hold col" aria-label={words.posting}>
      <div className="grow">
        <section>
          <h2>{words.source}</h2>
          <p className="source">{source}</p>
          <p className="note">
            {words.postedAt} <span className="num">{momentOf(postedAt)}</span>
          </p>
        </section>
        <About subject={subject} />
        <section>
          <h2>{words.seal}</h2>
          <p>{seal ? words.sealed(seal.block, momentOf(seal.sealedAt)) : words.notSealed}</p>
          <p className="note">{words.sealNote}</p>
        </section>
      </div>
    </aside>
  )
}

function About({ subject: { visitId, billId, serviceId, claimId, settlementId } }: Pick<ShowPostingAnswer, 'subject'>) {
  const words = useWords().ledger
  const others = Object.entries({ service: serviceId, claim: claimId, settlement: settlementId } as const)
  if (!visitId && !billId && others.every(([, id]) => id === null)) return null
  return (
    <section>
      <h2>{words.about}</h2>
      <ul className="links">
        {visitId && (
          <li>
            <Link to="/visits" search={{ visit: visitId }}>
              {words.visit}
            </Link>
          </li>
        )}
        {billId && (
          <li>
            <Link to="/bills/$billId" params={{ billId }} search={{}}>
              {words.bill}
            </Link>
          </li>
        )}
        {others.map(([what, id]) => id && <Subject key={what} what={words[what as 'claim']} id={id} />)}
      </ul>
    </section>
  )
}

const Subject = ({ what, id }: { what: string; id: string }) => (
  <li>
    {what} <span className="note num">…{id.slice(-8)}</span>
  </li>
)
