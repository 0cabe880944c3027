import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Answer, Empty } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { useWords } from '../../../words/use-words'
import { lookedAfter, norm } from './norms.data'
import { PublishForm } from './publish-form'

/** A new norm, or the next version of one that is there. */
export function PublishScreen() {
  const words = useWords().loop
  const { norm: normId } = useSearch({ from: '/shell/norms/publish' })
  const places = useQuery(lookedAfter())
  const before = useQuery({ ...norm(normId ?? ''), enabled: normId !== undefined })
  const shown = before.data
  return (
    <div className="col loop">
      <div className="head">
        <Link className="text" to="/norms" search={{}} aria-label={words.norms}>
          <Icon name="left" />
        </Link>
        <h1>{shown ? words.publishNext(shown.code, (shown.versions[0]?.number ?? 0) + 1) : words.publishTitle}</h1>
      </div>
      <Answer of={places}>
        {({ networks }) =>
          networks.length === 0 ? (
            <Empty title={words.nobodyLookedAfter} hint={words.nobodyLookedAfterHint} />
          ) : normId === undefined ? (
            <PublishForm networks={networks} before={null} />
          ) : (
            <Answer of={before}>{(known) => <PublishForm networks={networks} before={known} />}</Answer>
          )
        }
      </Answer>
    </div>
  )
}
