import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ShowMapAnswer } from '../../../client/operations'
import { Answer, Empty } from '../../../parts/answer'
import { useMay } from '../../../wire/session'
import { useBilingual, useWords } from '../../../words/use-words'
import { InstitutionPane } from './institution-pane'
import { map } from './map.data'
import type { MapView } from './map.view'
import { Picture } from './picture'
import { TravelTimes } from './travel-times'

/** Who is in the network, on which terms, and who shares what. */
export function MapScreen() {
  const words = useWords().network
  const view = useSearch({ from: '/shell/network' })
  const query = useQuery(map(view.network))
  return (
    <Answer of={query}>
      {(found) =>
        found.network ? (
          <Network map={found} chosen={view.institution} only={view.only} />
        ) : (
          <Empty title={words.noNetwork} hint={words.noNetworkHint} />
        )
      }
    </Answer>
  )
}

type Shown = { readonly map: ShowMapAnswer; readonly chosen: string | undefined; readonly only: MapView['only'] }

function Network({ map: found, chosen, only }: Shown) {
  const words = useWords().network
  const pick = useBilingual()
  const mayJoin = useMay('network.party.register')
  const name = found.network ? pick(found.network.name) : ''
  return (
    <div className="split-view with-hold">
      <div className="col">
        <div className="head">
          <h1>{words.mapTitle}</h1>
          <span className="note">{words.mapNote(name, found.institutions.length, found.sites.length)}</span>
          <span className="end">
            <WhichNetwork map={found} />
            {mayJoin && (
              <>
                <Link className="text" to="/network/practitioners/register">
                  {words.register}
                </Link>
                <Link className="btn primary" to="/network/join">
                  {words.join}
                </Link>
              </>
            )}
          </span>
        </div>
        <div className="grow">
          <Picture map={found} chosen={chosen} />
          <p className="note part">{words.pictureHint}</p>
          <SharedSites map={found} chosen={chosen} />
          <TravelTimes map={found} />
        </div>
      </div>
      <InstitutionPane map={found} only={only} chosen={found.institutions.find(({ id }) => id === chosen)} />
    </div>
  )
}

function WhichNetwork({ map: { network, networks } }: { map: ShowMapAnswer }) {
  const words = useWords().network
  const pick = useBilingual()
  const navigate = useNavigate({ from: '/network' })
  if (networks.length < 2) return null
  return (
    <span className="field">
      <Select
        aria-label={words.whichNetwork}
        variant="borderless"
        value={network?.id}
        options={networks.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        popupMatchSelectWidth={false}
        onChange={(id) => void navigate({ search: { network: id } })}
      />
    </span>
  )
}

/** The same as the threads of the picture, as a table. */
function SharedSites({ map: { institutions, sites }, chosen }: { map: ShowMapAnswer; chosen: string | undefined }) {
  const words = useWords().network
  const pick = useBilingual()
  const names = new Map(institutions.map(({ id, name }) => [id, pick(name)]))
  if (sites.length === 0) return <Empty title={words.noSites} />
  return (
    <table className="grid">
      <caption className="sr">{words.whoBringsWhat}</caption>
      <thead>
        <tr>
          <th>{words.sites}</th>
          <th>{words.owner}</th>
          <th>{words.roomsAndDevices}</th>
        </tr>
      </thead>
      <tbody>
        {sites.flatMap(({ id, name, institutionId, owners }) =>
          (owners.length > 0 ? owners : [{ institutionId, rooms: 0, devices: 0 }]).map((owner, place) => (
            <tr key={`${id} ${owner.institutionId}`} className={owner.institutionId === chosen ? 'on' : undefined}>
              {place === 0 ? (
                <th scope="row">
                  <b>{pick(name)}</b> <span className="note">{names.get(institutionId)}</span>
                </th>
              ) : (
                <td />
              )}
              <td>
                <Link to="/network" search={(before) => ({ ...before, institution: owner.institutionId })}>
                  {names.get(owner.institutionId) ?? '—'}
                </Link>
              </td>
              <td className="num">{words.counts(owner.rooms, owner.devices)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
