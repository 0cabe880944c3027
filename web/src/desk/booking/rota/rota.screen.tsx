import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { enums } from '../../../client/enums'
import { Answer, Empty } from '../../../parts/answer'
import { Icon } from '../../../parts/icon'
import { More } from '../../../parts/more'
import { useSession } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { calendar, resources, sites } from './rota.data'
import { RotaEditor } from './rota-editor'

/** When is each of us where: the week of an expert, a room or a device, and its leave. */
export function RotaScreen() {
  const words = useWords().booking
  const { resource } = useSearch({ from: '/shell/rota' })
  const institutionId = useSession()?.institutionId ?? ''
  return (
    <div className="col">
      <div className="head">
        <h1>{words.rotaTitle}</h1>
      </div>
      <div className="rota-split grow">
        <ResourceList institutionId={institutionId} chosen={resource} />
        {resource ? <Chosen key={resource} resourceId={resource} /> : <Empty title={words.chooseResource} />}
      </div>
    </div>
  )
}

function ResourceList({ institutionId, chosen }: { institutionId: string; chosen: string | undefined }) {
  const words = useWords().booking
  const pick = useBilingual()
  const navigate = useNavigate({ from: '/rota' })
  const list = useInfiniteQuery(resources(institutionId))
  return (
    <nav className="pick-list pane" aria-label={words.resources}>
      <Answer of={list}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty title={words.noResources} hint={words.noResourcesHint} />
          return (
            <>
              {items.map(({ id, role, name }) => (
                <button
                  key={id}
                  type="button"
                  aria-current={id === chosen ? 'true' : undefined}
                  onClick={() => void navigate({ search: { resource: id } })}
                >
                  <Icon name={role} />
                  <span>
                    {pick(name)} <small className="note">{pick(enums.resourceRole[role])}</small>
                  </span>
                </button>
              ))}
              <More of={list} />
            </>
          )
        }}
      </Answer>
    </nav>
  )
}

function Chosen({ resourceId }: { resourceId: string }) {
  const found = useQuery(calendar(resourceId))
  const places = useQuery(sites())
  return (
    <Answer of={found}>{(shown) => <Answer of={places}>{({ items }) => <RotaEditor calendar={shown} sites={items} />}</Answer>}</Answer>
  )
}
